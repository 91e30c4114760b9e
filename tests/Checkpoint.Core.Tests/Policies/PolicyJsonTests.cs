using System.Text;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.Documents;

namespace Checkpoint.Policies;

public sealed class PolicyJsonTests
{
    [Fact]
    public void A_policy_of_a_version_alone_has_the_settings_of_the_program()
    {
        var policy = Deciding.Policy("""{"version":3}""");

        (policy with { RiskAreas = [], Rules = [] }).ShouldBe(new Policy { Version = 3 });
        policy.Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var policy = Deciding.Policy(
            """
            {"version":2147483647,"name":"n","settings":{"recheckFrom":3800,"comparison":"strict","maxAttempts":5,"measureOnExit":true,
            "emergencyPasses":false,"presumedOut":"03:30","quotaWindowHours":168,"sampling":{"samples":64,"maxSpread":200},
            "times":{"forCode":1,"forTemperature":2,"beforeRecheck":3,"showVerdict":4,"forOccupant":10,"readAgain":6}},
            "riskAreas":[{"area":"4401","from":"2026-11-01","until":"2026-11-01"}],
            "rules":[{"id":"r-1","logic":true,"otherwise":{"verdict":"turn-back","reason":"outside-hours"},"words":{"zh":"中","en":"e"},
            "applies":{"classes":["visitor","worker"],"directions":["exit"]}}]}
            """);

        policy.RecheckFrom.Hundredths.ShouldBe(38_00);
        policy.Comparison.ShouldBe(LineComparison.Strict);
        (policy.MaxAttempts, policy.MeasureOnExit, policy.EmergencyPasses).ShouldBe((5, true, false));
        policy.PresumedOut.ShouldBe(new TimeOnly(3, 30));
        policy.QuotaWindow.ShouldBe(TimeSpan.FromDays(7));
        policy.Sampling.ShouldBe(new() { Samples = 64, MaxSpreadHundredths = 200 });
        policy.Times.ShouldBe(new()
        {
            ForCode = TimeSpan.FromSeconds(1),
            ForTemperature = TimeSpan.FromSeconds(2),
            BeforeRecheck = TimeSpan.FromSeconds(3),
            ShowVerdict = TimeSpan.FromSeconds(4),
            ForOccupant = TimeSpan.FromSeconds(10),
            ReadAgain = TimeSpan.FromSeconds(6),
        });
        policy.RiskAreas.ShouldBe([new("4401", new(2026, 11, 1), new(2026, 11, 1))]);
        var rule = policy.Rules.ShouldHaveSingleItem();
        (rule.Id, rule.Verdict, rule.Reason, rule.Words).ShouldBe(("r-1", Verdict.TurnBack, Reason.OutsideHours, new("中", "e")));
        rule.Classes.ShouldBe([PassClass.Visitor, PassClass.Worker]);
        rule.Directions.ShouldBe([Direction.Exit]);
    }

    [Theory]
    [InlineData("""[]""", "$: an object is expected")]
    [InlineData("""{}""", "$.version: is missing")]
    [InlineData("""{"version":0}""", "$.version: a whole number from 1 to 2147483647 is expected")]
    [InlineData("""{"version":1,"version":2}""", "$.version: stands twice")]
    [InlineData("""{"version":1,"rule":[]}""", "$.rule: is not known here; known are name, riskAreas, rules, settings, version")]
    [InlineData("""{"version":1,"settings":{"recheckFrom":37.3}}""", "$.settings.recheckFrom: a whole number from 3500 to 4200 is expected")]
    [InlineData("""{"version":1,"settings":{"recheckFrom":3499}}""", "$.settings.recheckFrom: a whole number from 3500 to 4200 is expected")]
    [InlineData("""{"version":1,"settings":{"maxAttempts":1}}""", "$.settings.maxAttempts: a whole number from 2 to 5 is expected")]
    [InlineData("""{"version":1,"settings":{"measureOnExit":"no"}}""", "$.settings.measureOnExit: true or false is expected")]
    [InlineData("""{"version":1,"settings":{"comparison":"over"}}""", "$.settings.comparison: one of these is expected: inclusive, strict")]
    [InlineData("""{"version":1,"settings":{"presumedOut":"4 am"}}""", "$.settings.presumedOut: a time of day such as 04:00 is expected")]
    [InlineData("""{"version":1,"settings":{"quotaWindowHours":169}}""", "$.settings.quotaWindowHours: a whole number from 1 to 168 is expected")]
    [InlineData("""{"version":1,"settings":{"sampling":[]}}""", "$.settings.sampling: an object is expected")]
    [InlineData("""{"version":1,"settings":{"times":{"forcode":1}}}""", "$.settings.times.forcode: is not known here; known are beforeRecheck, forCode, forColour, forOccupant, forTemperature, readAgain, showVerdict")]
    [InlineData("""{"version":1,"riskAreas":{}}""", "$.riskAreas: a list of at most 1000 is expected")]
    [InlineData("""{"version":1,"riskAreas":[{"area":"44x","from":"2026-11-01","until":"2026-11-02"}]}""", "$.riskAreas[0].area: digits are expected, the first of the area codes")]
    [InlineData("""{"version":1,"riskAreas":[{"area":"44","from":"2026-11-03","until":"2026-11-02"}]}""", "$.riskAreas[0].until: lies before \"from\"")]
    [InlineData("""{"version":1,"riskAreas":[{"area":"44","from":"2026-11-31","until":"2026-12-02"}]}""", "$.riskAreas[0].from: a day such as 2026-11-21 is expected")]
    [InlineData("""{"version":1,"rules":[{"id":"A b","logic":true,"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}""", "$.rules[0].id: small letters, digits and hyphens are expected")]
    [InlineData("""{"version":1,"rules":[{"id":"a","otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}""", "$.rules[0].logic: is missing")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":{"and":[true,{"or":[]}]},"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}""", "$.rules[0].logic.and[1]: \"or\" is no operator")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":{"!":[{"var":"visit.name"}]},"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}""", "$.rules[0].logic: \"visit.name\" is no fact")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":true,"otherwise":{"verdict":"admit","reason":"rule-not-met"}}]}""", "$.rules[0].otherwise.verdict: one of these is expected: hold, turn-back")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":true,"otherwise":{"verdict":"hold"}}]}""", "$.rules[0].otherwise.reason: is missing")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":true,"otherwise":{"verdict":"hold","reason":"rule-not-met"},"words":{"zh":"中"}}]}""", "$.rules[0].words.en: is missing")]
    [InlineData("""{"version":1,"rules":[{"id":"a","logic":true,"otherwise":{"verdict":"hold","reason":"rule-not-met"},"applies":{"classes":["guest"]}}]}""", "$.rules[0].applies.classes[0]: one of these is expected: none, resident, returnee, visitor, worker, volunteer, emergency, operator")]
    [InlineData("""{"version":1,"name":"\ud800"}""", "$: holds text that is not Unicode: half a surrogate pair")]
    public void A_wrong_policy_is_refused_with_the_place_and_what_is_expected(string json, string problem) =>
        Deciding.Problems(json).ShouldHaveSingleItem().ToString().ShouldBe(problem);

    [Fact]
    public void Two_rules_of_one_name_are_refused() => Deciding.Problems(
        """
        {"version":1,"rules":[{"id":"a","logic":true,"otherwise":{"verdict":"hold","reason":"rule-not-met"}},
        {"id":"a","logic":true,"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}
        """).ShouldHaveSingleItem().ToString().ShouldBe("$.rules: the id \"a\" stands twice");

    [Fact]
    public void What_is_no_json_is_refused_and_so_is_a_document_that_is_too_long()
    {
        Deciding.Problems("{").ShouldHaveSingleItem().Message.ShouldStartWith("is no JSON");
        PolicyJson.Read(new byte[PolicyJson.MaxBytes + 1], out var policy).ShouldHaveSingleItem().Message.ShouldBe("longer than 262144 bytes");
        policy.ShouldBeNull();
    }

    [Fact]
    public void The_default_policy_is_an_example_with_everything_in_it()
    {
        PolicyJson.Read(Encoding.UTF8.GetBytes(DefaultPolicy.Json), out var policy).ShouldBeEmpty();

        policy!.Rules.Length.ShouldBe(6);
        DefaultPolicy.Policy.Version.ShouldBe(1);
    }
}
