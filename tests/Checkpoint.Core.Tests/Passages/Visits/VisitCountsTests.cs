using Checkpoint.Policies;

namespace Checkpoint.Passages.Visits;

public sealed class VisitCountsTests
{
    const ulong Home = 77;

    static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(8));

    static readonly Policy Policy = new();

    [Fact]
    public void A_pass_that_was_never_seen_has_been_nowhere() =>
        VisitCounts.None.FactsOf(1, household: null, Morning, Policy).ShouldBe(VisitFacts.NotSeen);

    [Fact]
    public void Entries_are_counted_by_the_local_day()
    {
        var counts = Fold(In(Morning), Out(Morning.AddHours(1)), In(Morning.AddHours(2)));

        counts.FactsOf(1, household: null, Morning.AddHours(3), Policy).ShouldBe(new(2, IsInside: true, 60, 120));
        counts.FactsOf(1, household: null, Morning.AddHours(16).AddSeconds(-1), Policy).EntriesToday.ShouldBe(2);
        counts.FactsOf(1, household: null, Morning.AddHours(16), Policy).EntriesToday.ShouldBe(0);
    }

    [Fact]
    public void Whoever_went_out_is_outside() =>
        Fold(In(Morning), Out(Morning.AddHours(1))).FactsOf(1, household: null, Morning.AddHours(3), Policy)
            .ShouldBe(new(1, IsInside: false, 180, 120));

    [Fact]
    public void Whoever_forgot_to_show_the_pass_on_the_way_out_is_presumed_out_after_the_night()
    {
        var counts = Fold(In(Morning));
        var night = new DateTimeOffset(2026, 11, 24, 4, 0, 0, Morning.Offset);

        counts.FactsOf(1, household: null, night.AddSeconds(-1), Policy).IsInside.ShouldBe(true);
        counts.FactsOf(1, household: null, night, Policy).IsInside.ShouldBe(false);
    }

    [Fact]
    public void Without_a_clock_nobody_is_counted_and_nobody_is_presumed_anywhere()
    {
        Fold(In(Morning)).FactsOf(1, household: Home, now: null, Policy).ShouldBe(new(null, null, null, null, new(null, null)));
        Fold(In(Morning), Out(Morning)).FactsOf(1, household: null, now: null, Policy).ShouldBe(new(null, IsInside: false, null, null));
    }

    [Fact]
    public void A_passage_at_an_unknown_time_leaves_the_day_uncounted()
    {
        var counts = Fold(In(Morning), new VisitEvent(1, null, Direction.Exit, At: null), In(Morning.AddHours(1)));

        counts.FactsOf(1, household: null, Morning.AddHours(2), Policy).ShouldBe(new(null, null, null, null));
        counts.After(In(Morning.AddDays(1))).FactsOf(1, household: null, Morning.AddDays(1), Policy).EntriesToday.ShouldBe(1);
    }

    [Fact]
    public void A_clock_set_back_makes_no_negative_time() =>
        Fold(In(Morning)).FactsOf(1, household: null, Morning.AddMinutes(-5), Policy).MinutesSinceEntry.ShouldBe(0);

    [Fact]
    public void A_household_has_its_outings_within_the_window_and_those_who_are_not_back()
    {
        var counts = Fold(Out(Morning, pass: 1), In(Morning.AddHours(1), pass: 1), Out(Morning.AddHours(2), pass: 2));

        Household(counts, Morning.AddHours(3)).ShouldBe(new(Outings: 2, Away: 1));
        Household(counts, Morning.AddHours(48).AddSeconds(-1)).Outings.ShouldBe(2);
        Household(counts, Morning.AddHours(48)).Outings.ShouldBe(1);
        Household(counts, Morning.AddHours(22)).Away.ShouldBe(0);
        Household(VisitCounts.None, Morning).ShouldBe(new(0, 0));
    }

    [Fact]
    public void A_household_keeps_so_many_outings_and_no_more()
    {
        var counts = VisitCounts.None;
        for (var i = 0; i < VisitCounts.MaxOutings + 10; i++)
            counts = counts.After(Out(Morning.AddMinutes(i), pass: (ulong)i));

        Household(counts, Morning.AddHours(4)).Outings.ShouldBe(VisitCounts.MaxOutings);
    }

    [Fact]
    public void So_many_passes_are_remembered_and_the_oldest_are_forgotten_first()
    {
        var counts = VisitCounts.None;
        for (var i = 0; i <= VisitCounts.MaxPasses; i++)
            counts = counts.After(new((ulong)i, null, Direction.Entry, Morning.AddSeconds(i)));

        counts.Count.ShouldBe(VisitCounts.MaxPasses * 9 / 10);
        counts.FactsOf(0, household: null, Morning, Policy).ShouldBe(VisitFacts.NotSeen);
        counts.FactsOf(VisitCounts.MaxPasses, household: null, Morning.AddHours(6), Policy).EntriesToday.ShouldBe(1);
    }

    [Fact]
    public void What_is_old_is_forgotten()
    {
        var counts = Fold(Out(Morning, pass: 1), In(Morning.AddDays(2), pass: 2)).Forget(Morning.AddDays(1));

        counts.Count.ShouldBe(1);
        Household(counts, Morning.AddHours(1)).Outings.ShouldBe(0);
    }

    static HouseholdFacts Household(VisitCounts counts, DateTimeOffset now) => counts.FactsOf(9, Home, now, Policy).Household!;

    static VisitCounts Fold(params VisitEvent[] visits) => visits.Aggregate(VisitCounts.None, (counts, visit) => counts.After(visit));

    static VisitEvent In(DateTimeOffset at, ulong pass = 1) => new(pass, Home, Direction.Entry, at);

    static VisitEvent Out(DateTimeOffset at, ulong pass = 1) => new(pass, Home, Direction.Exit, at);
}
