using System.Text;
using Checkpoint.Passages;
using Checkpoint.Passes;

namespace Checkpoint.Policies;

public sealed class DefaultPolicyTests
{
    static readonly Policy Policy = DefaultPolicy.Policy;

    [Theory]
    [InlineData(PassClass.Resident)]
    [InlineData(PassClass.Returnee)]
    [InlineData(PassClass.Visitor)]
    [InlineData(PassClass.Worker)]
    [InlineData(PassClass.Volunteer)]
    public void Everybody_with_a_good_pass_may_come_at_noon_and_go(PassClass @class)
    {
        Policy.Decide(Deciding.Somebody(@class)).Main.ShouldBe(Reason.AllInOrder);
        Policy.Decide(Deciding.Somebody(@class, Direction.Exit)).Main.ShouldBe(Reason.AllInOrder);
    }

    [Theory]
    [InlineData(6 * 60 + 59, Reason.OutsideHours)]
    [InlineData(7 * 60, Reason.AllInOrder)]
    [InlineData(22 * 60 + 59, Reason.AllInOrder)]
    [InlineData(23 * 60, Reason.OutsideHours)]
    public void Visitors_come_by_day(int minute, Reason reason) =>
        Policy.Decide(Deciding.Somebody(PassClass.Visitor) with { Now = Deciding.Noon.AddMinutes(minute - 720) }).Main.ShouldBe(reason);

    [Theory]
    [InlineData(0, 0, Reason.AllInOrder)]
    [InlineData(1, 0, Reason.QuotaUsed)]
    [InlineData(1, 1, Reason.QuotaUsed)]
    public void One_of_a_household_goes_out_in_two_days(int outings, int away, Reason reason) => Policy.Decide(
        Deciding.Somebody(direction: Direction.Exit) with { Visit = VisitFacts.NotSeen with { Household = new(outings, away) } }).Main.ShouldBe(reason);

    [Theory]
    [InlineData(180, VisitFacts.Never, Reason.AllInOrder)]
    [InlineData(181, VisitFacts.Never, Reason.OutTooLong)]
    [InlineData(181, 20, Reason.AllInOrder)]
    public void One_is_out_for_three_hours_at_most(int sinceExit, int sinceEntry, Reason reason) => Policy.Decide(
        Deciding.Somebody() with { Visit = new(0, IsInside: false, sinceEntry, sinceExit, new(1, 1)) }).Main.ShouldBe(reason);

    [Fact]
    public void Nobody_enters_twice_without_going_out()
    {
        Policy.Decide(Deciding.Somebody() with { Visit = new(1, IsInside: true, 5, 600) }).Main.ShouldBe(Reason.AlreadyInside);
        Policy.Decide(Deciding.Somebody(direction: Direction.Exit) with { Visit = new(1, IsInside: true, 5, 600) })
            .Main.ShouldBe(Reason.AllInOrder);
        Policy.Decide(Deciding.Somebody() with { Visit = null }).Main.ShouldBe(Reason.AllInOrder);
    }

    [Fact]
    public void Where_passes_are_looked_at_on_the_way_in_only_everybody_may_come_again() =>
        Policy.Decide(Deciding.Somebody() with { Visit = new(1, IsInside: true, 5, VisitFacts.Never) }).Main.ShouldBe(Reason.AllInOrder);

    [Theory]
    [InlineData("2026-11-20T04:00:01Z", Reason.AllInOrder)]
    [InlineData("2026-11-20T03:59:59Z", Reason.PassExpired)]
    [InlineData("yesterday", Reason.RuleNotJudged)]
    public void A_test_is_good_for_72_hours(string sampled, Reason reason)
    {
        var facts = Deciding.Somebody(PassClass.None);
        var certificate = new PassDocument(Encoding.UTF8.GetBytes($$"""{"t":[{"sc":"{{sampled}}"}]}"""));

        Policy.Decide(facts with { Code = facts.Code with { Document = certificate } }).Main.ShouldBe(reason);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "3301", Reason.FromRiskArea)]
    [InlineData("2026-11-24", "2026-11-25", "3301", Reason.AllInOrder)]
    [InlineData("2026-11-01", "2026-11-22", "3301", Reason.AllInOrder)]
    [InlineData("2026-11-01", "2026-11-30", "3302", Reason.AllInOrder)]
    public void A_risk_area_counts_while_it_is_one(string from, string until, string area, Reason reason)
    {
        var policy = Policy with { RiskAreas = [new(area, Day(from), Day(until))] };

        policy.Decide(Deciding.Somebody(PassClass.Returnee)).Main.ShouldBe(reason);
    }

    [Fact]
    public void Who_comes_without_any_pass_is_registered_by_hand_and_asked_nothing_else() =>
        Policy.Decide(new(Direction.Entry, new(CodeOutcome.NoPhone), Testing.Some.Measured(), 1)).Reasons.ShouldBe([Reason.NoPhone]);

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
