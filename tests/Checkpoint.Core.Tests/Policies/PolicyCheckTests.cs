using System.Diagnostics;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.Checking;

namespace Checkpoint.Policies;

public sealed class PolicyCheckTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_default_policy_may_be_applied_and_is_checked_in_a_moment()
    {
        var started = Stopwatch.GetTimestamp();

        PolicyCheck.Run(DefaultPolicy.Policy, Today).ShouldBeEmpty();

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("""{"<":[{"var":"minute"},0]}""")]
    [InlineData("""{"<":[1440,{"var":"minute"}]}""")]
    [InlineData("""{">":[{"var":"visit.entriesToday"},5256000]}""")]
    [InlineData("""{"and":[{"<":[{"var":"minute"},60]},{">":[{"var":"minute"},60]}]}""")]
    [InlineData("""{"===":[{"var":"class"},"visitor"]}""")]
    [InlineData("""{"var":"payload.v.0"}""")]
    [InlineData("""{"===":[{"var":"colour"},"green"]}""")]
    [InlineData("""{"in":[{"var":"colour"},["green","yellow"]]}""")]
    [InlineData("""{"and":[{"var":"visit.inside"},{"!":[{"var":"visit.inside"}]}]}""")]
    public void A_rule_that_lets_no_resident_in_is_refused_and_named(string logic)
    {
        var fault = PolicyCheck.Run(Deciding.OneRule(logic, applies: """{"classes":["resident"]}"""), Today).ShouldHaveSingleItem();

        (fault.Class, fault.Direction, fault.At).ShouldBe((PassClass.Resident, Direction.Entry, "\"one\""));
        fault.Words.English.ShouldStartWith("somebody with a resident pass could never enter on 2026-11-21");
        fault.ToString().ShouldContain("居民");
    }

    [Theory]
    [InlineData("""{"===":[{"var":"minute"},1439]}""")]
    [InlineData("""{"<":[{"var":"minute"},1]}""")]
    [InlineData("""{"===":[{"var":"weekday"},3]}""")]
    [InlineData("""{"===":[{"var":"visit.entriesToday"},17]}""")]
    [InlineData("""{"and":[{">":[{"var":"visit.minutesSinceExit"},99]},{"<":[{"var":"visit.minutesSinceExit"},101]}]}""")]
    [InlineData("""{"and":[{"var":"visit.inside"},{"<":[300,{"var":"minute"},302]}]}""")]
    [InlineData("""{"!":[{"var":"visit.known"}]}""")]
    [InlineData("""{"===":[{"var":"colour"},"none"]}""")]
    [InlineData("""{"if":[{"===":[{"var":"code"},"health-code"]},{"===":[{"var":"colour"},"green"]},true]}""")]
    [InlineData("""{"!":[{"var":"household.known"}]}""")]
    [InlineData("""{"===":[{"var":"household.outings"},{"var":"household.away"}]}""")]
    public void A_rule_that_lets_residents_in_at_some_time_is_not_refused(string logic) =>
        PolicyCheck.Run(Deciding.OneRule(logic, applies: """{"classes":["resident"]}"""), Today).ShouldBeEmpty();

    [Fact]
    public void Two_rules_that_leave_no_way_between_them_are_both_named()
    {
        var policy = Deciding.Policy(
            """
            {"version":1,"rules":[
            {"id":"late","logic":{">":[{"var":"minute"},700]},"otherwise":{"verdict":"hold","reason":"outside-hours"}},
            {"id":"early","logic":{"<":[{"var":"minute"},700]},"otherwise":{"verdict":"hold","reason":"outside-hours"}}]}
            """);

        PolicyCheck.Run(policy, Today).Select(fault => (fault.Class, fault.At)).ShouldBe(
            [(PassClass.Resident, "\"late\" + \"early\""), (PassClass.Returnee, "\"late\" + \"early\""), (PassClass.Volunteer, "\"late\" + \"early\"")]);
    }

    [Fact]
    public void A_rule_that_shuts_the_village_from_a_day_on_is_refused_for_that_day()
    {
        var policy = Deciding.OneRule(
            """{"before":[{"plusTime":[{"var":"now"},0,"day"]},{"plusTime":["2026-12-01",0,"day"]}]}""", applies: """{"classes":["returnee"]}""");

        PolicyCheck.Run(policy, Today).ShouldHaveSingleItem().Words.English.ShouldContain("2026-12-01");
        PolicyCheck.Run(Deciding.OneRule("""{"!":[{"in":[{"var":"date"},["2026-12-25"]]}]}"""), Today).ShouldNotBeEmpty();
    }

    [Fact]
    public void Visitors_may_be_kept_out_altogether() =>
        PolicyCheck.Run(Deciding.OneRule("false", applies: """{"classes":["visitor","worker"]}"""), Today).ShouldBeEmpty();

    [Fact]
    public void A_policy_that_can_stop_an_emergency_vehicle_is_refused_in_both_directions()
    {
        var faults = PolicyCheck.Run(new Policy { EmergencyPasses = false }, Today);

        faults.Select(fault => (fault.Class, fault.Direction)).ShouldBe([(PassClass.Emergency, Direction.Entry), (PassClass.Emergency, Direction.Exit)]);
        faults.ShouldAllBe(fault => fault.At == "$.settings.emergencyPasses");
    }

    [Fact]
    public void The_rule_that_stops_an_emergency_vehicle_is_named_even_if_it_is_about_what_is_not_known()
    {
        var policy = Deciding.OneRule("""{"<":[{"var":"minute"},2000]}""", applies: """{"directions":["exit"]}""") with { EmergencyPasses = false };

        PolicyCheck.Run(policy, Today).ShouldContain(fault => fault.Direction == Direction.Exit && fault.At == "\"one\"");
    }

    [Fact]
    public void A_policy_with_more_cases_than_can_be_checked_is_refused()
    {
        var limits = string.Join(',', Enumerable.Range(0, 60).Select(i => $$"""{"<":[{"var":"FACT"},{{1000 + i * 3}}]}"""));
        var all = string.Join(',', new[] { "visit.entriesToday", "visit.minutesSinceEntry", "visit.minutesSinceExit", "household.outings" }
            .Select(fact => limits.Replace("FACT", fact, StringComparison.Ordinal)));

        PolicyCheck.Run(Deciding.OneRule($$"""{"and":[{{all}},false]}"""), Today).ShouldContain(fault => fault.At == "$.rules");
    }
}
