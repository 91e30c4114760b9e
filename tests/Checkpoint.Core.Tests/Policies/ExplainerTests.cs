using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Explaining;
using Checkpoint.Testing;

namespace Checkpoint.Policies;

public sealed class ExplainerTests
{
    [Theory]
    [InlineData(LineComparison.Inclusive, 1, "yellow: 37.4, reading 1; below 37.3 would be green", "黄：体表37.4，第1次测量；低于37.3则绿")]
    [InlineData(LineComparison.Inclusive, 2, "red: 37.4, reading 2; below 37.3 would be green", "红：体表37.4，第2次测量；低于37.3则绿")]
    [InlineData(LineComparison.Strict, 1, "yellow: 37.4, reading 1; at most 37.3 would be green", "黄：体表37.4，第1次测量；不高于37.3则绿")]
    public void A_warm_reading_is_told_with_the_line_that_it_missed(LineComparison comparison, int attempt, string english, string chinese)
    {
        var policy = new Policy { Comparison = comparison };

        var explanation = Explainer.Explain(policy, Deciding.Somebody() with { Temperature = Some.Measured(37_40), Attempt = attempt });

        explanation.Words.ShouldBe(new(chinese, english));
        explanation.Changes.ShouldHaveSingleItem().From.ShouldBe(LogicValue.Of(37_40));
    }

    [Fact]
    public void A_rule_is_told_with_what_it_read_and_what_would_have_done()
    {
        var facts = Deciding.Somebody(PassClass.Visitor) with { Now = Deciding.Noon.AddHours(-7) };

        var explanation = Explainer.Explain(DefaultPolicy.Policy, facts);

        explanation.Words.English.ShouldBe("red: Visitors may come from 07:00 to 23:00: come back then; the time at least 07:00 would be green");
        explanation.Words.Chinese.ShouldBe("红：访客通行时间为07:00至23:00：请按时再来；时间至少07:00则绿");
        var trace = explanation.Rules.Single(rule => string.Equals(rule.Rule.Id, "visitor-hours", StringComparison.Ordinal));
        trace.Result.ShouldBe(LogicValue.False);
        trace.Read.ShouldBe([new(Fact.Minute, LogicValue.Of(300))]);
    }

    [Fact]
    public void Two_things_that_are_both_wrong_are_both_told()
    {
        var facts = Deciding.Somebody(direction: Direction.Exit) with { Visit = VisitFacts.NotSeen with { Household = new(2, 1) } };

        var explanation = Explainer.Explain(DefaultPolicy.Policy, facts);

        explanation.Changes.Select(change => change.Fact).ShouldBe([Fact.HouseholdOutings, Fact.HouseholdAway]);
        explanation.Words.English.ShouldEndWith("outings of the household at most 0 and people of the household away at most 0 would be green");
    }

    [Fact]
    public void Nothing_is_promised_that_the_decision_function_does_not_keep()
    {
        var watched = Deciding.Somebody();

        Explainer.Explain(new(), watched with { Code = watched.Code with { IsWatched = true } }).Changes.ShouldBeEmpty();
        Explainer.Explain(Deciding.OneRule("false"), watched).Changes.ShouldBeEmpty();
        Explainer.Explain(Deciding.OneRule("""{"===":[{"var":"code"},"never"]}"""), watched).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_green_light_needs_no_change() => Explainer.Explain(DefaultPolicy.Policy, Deciding.Somebody()).Words.English.ShouldStartWith("green: ");

    /// <summary>Rules of every shape, people whom they stop, and what would have let them through.</summary>
    public static TheoryData<string, string> Shapes => new()
    {
        { """{"<":[{"var":"visit.entriesToday"},2]}""", "entries today at most 1" },
        { """{">=":[{"var":"visit.minutesSinceEntry"},30]}""", "minutes since the last entry at least 30" },
        { """{"<=":[{"var":"visit.minutesSinceExit"},3]}""", "minutes since the last exit at most 3" },
        { """{"<":[10,{"var":"minute"},700]}""", "the time at most 11:39" },
        { """{"===":[{"var":"weekday"},3]}""", "weekday 3" },
        { """{"in":[{"var":"weekday"},[6,7]]}""", "weekday 6" },
        { """{"!":[{"var":"visit.inside"}]}""", "the pass gone out" },
        { """{"var":"riskArea"}""", "" },
        { """{"!":[{"var":"riskArea"}]}""", "an area without risk" },
        { """{">":[{"var":"attempt"},1]}""", "attempt at least 2" },
        { """{"<":[{"var":"surface"},3600]}""", "below 36.0" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_would_have_been_green_is_found_from_the_rule(string logic, string words)
    {
        var policy = Deciding.OneRule(logic) with { RiskAreas = logic.StartsWith("{\"!", StringComparison.Ordinal) ? [new("33", DateOnly.MinValue, DateOnly.MaxValue)] : [] };
        var facts = Deciding.Somebody() with { Visit = new(5, IsInside: true, 7, 9) };

        var explanation = Explainer.Explain(policy, facts);

        explanation.Decision.Verdict.ShouldBe(Verdict.Hold);
        explanation.Words.English.ShouldEndWith(words.Length == 0 ? "register by hand" : $"; {words} would be green");
    }

    [Theory]
    [InlineData(HealthColour.Yellow, "red: Yellow health code: wait here; a member of staff will check; a green health code would be green")]
    [InlineData(HealthColour.NotConfirmed, "yellow: Nobody said the health code's colour: look at it and register by hand; a green health code would be green")]
    public void A_health_code_would_have_had_to_be_green(HealthColour colour, string english) => Explainer
        .Explain(DefaultPolicy.Policy, new Facts(Direction.Entry, new(CodeOutcome.HealthCode) { Colour = colour }, Some.Measured(), 1))
        .Words.English.ShouldBe(english);

    [Fact]
    public void A_second_line_says_what_the_first_does_not()
    {
        var warm = Deciding.Somebody() with { Temperature = Some.Measured(37_40) };
        var visitor = Deciding.Somebody(PassClass.Visitor) with { Now = Deciding.Noon.AddHours(-7) };

        Explainer.Explain(new(), warm).Line.ShouldBe(new("黄：体表37.4，第1次测量；低于37.3则绿", "yellow: 37.4, reading 1; below 37.3 would be green"));
        Explainer.Explain(DefaultPolicy.Policy, visitor).Line.ShouldBe(new("红：时间至少07:00则绿", "red: the time at least 07:00 would be green"));
        Explainer.Explain(new(), Deciding.Somebody()).Line.ShouldBeNull();
    }

    [Theory]
    [InlineData(RecordKind.Override, Verdict.Admit, Reason.AdmittedByHand, "green: Registered by hand and let through")]
    [InlineData(RecordKind.Passage, Verdict.Recheck, Reason.OneAtATime, "yellow: One at a time, please: show the code and measure again")]
    [InlineData(RecordKind.Passage, Verdict.Hold, Reason.LeftEarly, "red: Somebody left before the check was done: call them back")]
    public void What_no_policy_decided_is_told_as_it_was(RecordKind kind, Verdict verdict, Reason reason, string english)
    {
        var record = Some.Record() with { Kind = kind, Decision = new(verdict, reason) };

        var explanation = Explainer.Explain(DefaultPolicy.Policy, record);

        explanation.Decision.ShouldBe(record.Decision);
        explanation.Words.English.ShouldBe(english);
        (explanation.Rules.IsEmpty, explanation.Changes.IsEmpty, explanation.Line).ShouldBe((true, true, null));
    }

    [Fact]
    public void A_bad_code_would_have_had_to_be_a_good_one() => Explainer
        .Explain(new(), new Facts(Direction.Entry, new(CodeOutcome.NotShown), Some.Measured(), 1))
        .Words.English.ShouldEndWith("a valid pass would be green");
}
