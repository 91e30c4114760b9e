using System.Text;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Policies;

public sealed class RuleTests
{
    [Fact]
    public void A_rule_that_holds_changes_nothing() =>
        Deciding.OneRule("""{"===":[{"var":"class"},"resident"]}""").Decide(Deciding.Somebody()).ShouldBe(new(Verdict.Admit, Reason.AllInOrder));

    [Fact]
    public void A_rule_that_does_not_hold_decides_and_is_named()
    {
        var decision = Deciding.OneRule("""{"===":[{"var":"class"},"visitor"]}""", "outside-hours", "turn-back").Decide(Deciding.Somebody());

        decision.Verdict.ShouldBe(Verdict.TurnBack);
        decision.Reasons.ShouldBe([Reason.OutsideHours]);
        decision.Rule!.Id.ShouldBe("one");
    }

    [Theory]
    [InlineData("visit.entriesToday")]
    [InlineData("visit.inside")]
    [InlineData("visit.minutesSinceEntry")]
    [InlineData("visit.minutesSinceExit")]
    [InlineData("household.outings")]
    [InlineData("household.away")]
    [InlineData("now")]
    [InlineData("date")]
    [InlineData("minute")]
    [InlineData("weekday")]
    [InlineData("riskArea")]
    [InlineData("class")]
    [InlineData("area")]
    [InlineData("surface")]
    public void What_is_not_known_is_neither_a_yes_nor_a_no(string fact)
    {
        var unknown = new Facts(Direction.Entry, new(CodeOutcome.IdentityOnly), Some.Skipped(TemperatureSkip.NotRequired), 1);
        string[] expressions =
        [
            """{"var":"FACT"}""", """{"!":[{"var":"FACT"}]}""", """{"!":[{"!":[{"var":"FACT"}]}]}""", """{"if":[{"var":"FACT"},true,false]}""",
            """{"if":[{"var":"FACT"},false,true]}""", """{"===":[{"var":"FACT"},0]}""", """{"!":[{"===":[{"var":"FACT"},0]}]}""",
            """{"in":[{"var":"FACT"},[1]]}""", """{"!":[{"in":[{"var":"FACT"},[1]]}]}""", """{"<":[{"var":"FACT"},1]}""",
            """{"and":[{"var":"FACT"},false]}""",
        ];

        foreach (var expression in expressions)
        {
            var findings = Deciding.OneRule(expression.Replace("FACT", fact, StringComparison.Ordinal)).Decide(unknown).Reasons;
            findings.ShouldBe([Reason.IdentityUnproven, Reason.RuleNotJudged], expression);
        }
    }

    [Theory]
    [InlineData("direction", "\"entry\"")]
    [InlineData("code", "\"valid\"")]
    [InlineData("profile", "\"gp1\"")]
    [InlineData("class", "\"resident\"")]
    [InlineData("area", "33010601")]
    [InlineData("attempt", "1")]
    [InlineData("temperature", "\"measured\"")]
    [InlineData("surface", "3650")]
    [InlineData("now", "\"2026-11-23T04:00:00.000Z\"")]
    [InlineData("external.validationClock", "\"2026-11-23T04:00:00.000Z\"")]
    [InlineData("date", "\"2026-11-23\"")]
    [InlineData("minute", "720")]
    [InlineData("weekday", "1")]
    [InlineData("riskArea", "false")]
    [InlineData("visit.known", "true")]
    [InlineData("visit.entriesToday", "2")]
    [InlineData("visit.inside", "true")]
    [InlineData("visit.minutesSinceEntry", "3")]
    [InlineData("visit.minutesSinceExit", "4")]
    [InlineData("household.known", "true")]
    [InlineData("household.outings", "5")]
    [InlineData("household.away", "6")]
    [InlineData("payload.v.0.dn", "2")]
    public void A_rule_reads_every_fact_by_its_name(string path, string value)
    {
        var person = Deciding.Somebody() with { Visit = new(2, IsInside: true, 3, 4, new(5, 6)) };
        var known = person with { Code = person.Code with { Document = new(Encoding.UTF8.GetBytes("""{"v":[{"dn":2}]}""")) } };

        Deciding.OneRule($$"""{"===":[{"var":"{{path}}"},{{value}}]}""").Decide(known).Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_sunday_is_the_seventh_day() =>
        Deciding.OneRule("""{"===":[{"var":"weekday"},7]}""").Decide(Deciding.Somebody() with { Now = Deciding.Noon.AddDays(-1) })
            .Verdict.ShouldBe(Verdict.Admit);

    [Fact]
    public void A_rule_is_about_its_classes_and_directions_alone()
    {
        var policy = Deciding.OneRule("false", applies: """{"classes":["visitor"],"directions":["entry"]}""");

        policy.Decide(Deciding.Somebody(PassClass.Visitor)).Main.ShouldBe(Reason.RuleNotMet);
        policy.Decide(Deciding.Somebody(PassClass.Visitor, Direction.Exit)).Main.ShouldBe(Reason.AllInOrder);
        policy.Decide(Deciding.Somebody()).Main.ShouldBe(Reason.AllInOrder);
        policy.Decide(Deciding.Somebody(PassClass.Visitor) with { Code = new(CodeOutcome.Revoked, Some.Claims() with { Class = PassClass.Visitor }) })
            .Reasons.ShouldBe([Reason.PassRevoked]);
    }

    [Fact]
    public void Something_that_is_not_true_or_false_is_no_judgement() =>
        Deciding.OneRule("""{"var":"minute"}""").Decide(Deciding.Somebody()).Main.ShouldBe(Reason.RuleNotJudged);

    [Fact]
    public void The_worst_finding_wins_and_equals_stand_in_the_order_of_the_steps()
    {
        var policy = Deciding.Policy(
            """
            {"version":1,"rules":[
            {"id":"soft","logic":false,"otherwise":{"verdict":"hold","reason":"already-inside"}},
            {"id":"back","logic":false,"otherwise":{"verdict":"turn-back","reason":"outside-hours"}},
            {"id":"hard","logic":false,"otherwise":{"verdict":"hold","reason":"from-risk-area"}}]}
            """);
        Facts Person(CodeOutcome code, bool isWatched, TemperatureCheck temperature, int attempt) =>
            new(Direction.Entry, new(code) { IsWatched = isWatched }, temperature, attempt);

        policy.Decide(Person(CodeOutcome.BadSignature, isWatched: true, Some.Measured(38_00), 2)).Reasons.ShouldBe(
            [Reason.BadSignature, Reason.OnWatchlist, Reason.FromRiskArea, Reason.TemperatureStillHigh, Reason.OutsideHours, Reason.AlreadyInside]);
        policy.Decide(Person(CodeOutcome.Expired, isWatched: false, Some.Measured(38_00), 1)).Reasons.ShouldBe(
            [Reason.FromRiskArea, Reason.TemperatureHigh, Reason.PassExpired, Reason.OutsideHours, Reason.AlreadyInside]);
        policy.Decide(Person(CodeOutcome.NotShown, isWatched: false, Some.Measured(), 1)).Reasons.ShouldBe(
            [Reason.FromRiskArea, Reason.OutsideHours, Reason.CodeNotShown, Reason.AlreadyInside]);
    }

    [Theory]
    [InlineData(CodeOutcome.Valid, true)]
    [InlineData(CodeOutcome.ClockNotTrusted, true)]
    [InlineData(CodeOutcome.Expired, false)]
    [InlineData(CodeOutcome.BadSignature, false)]
    [InlineData(CodeOutcome.Revoked, false)]
    public void A_proven_emergency_pass_is_let_through_whatever_else_is_found(CodeOutcome outcome, bool passes)
    {
        var policy = Deciding.OneRule("false");
        var emergency = Deciding.Somebody(PassClass.Emergency);
        var facts = emergency with { Code = emergency.Code with { Outcome = outcome }, Temperature = Some.Measured(39_00), Attempt = 2 };

        var decision = policy.Decide(facts);

        decision.Verdict.ShouldBe(passes ? Verdict.Admit : Verdict.Hold);
        (decision.Main == Reason.EmergencyPasses).ShouldBe(passes);
        decision.Reasons.ShouldContain(Reason.TemperatureStillHigh);
    }

    [Theory]
    [InlineData(LineComparison.Inclusive, 37_29, Verdict.Admit)]
    [InlineData(LineComparison.Inclusive, 37_30, Verdict.Recheck)]
    [InlineData(LineComparison.Strict, 37_30, Verdict.Admit)]
    [InlineData(LineComparison.Strict, 37_31, Verdict.Recheck)]
    public void Whether_the_line_itself_is_over_the_line_is_a_setting(LineComparison comparison, int surface, Verdict verdict) =>
        new Policy { Comparison = comparison }.Decide(Deciding.Somebody() with { Temperature = Some.Measured(surface) }).Verdict.ShouldBe(verdict);
}
