using Checkpoint.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Journaling;

public sealed class RetentionRuleTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    static readonly RetentionRule Month = new(TimeSpan.FromDays(30), MostEntries: 1000);
    static readonly SeqRange Confirmed = new(11, 100);

    [Fact]
    public void Entries_older_than_the_days_may_go_and_so_may_all_before_them()
    {
        EntryAge[] looked = [Aged(20, days: 60), Aged(40, days: 31), Aged(60, days: 29)];

        Month.UpTo(Confirmed, written: 200, looked, Now).ShouldBe(40);
    }

    [Fact]
    public void An_entry_exactly_as_old_as_the_days_stays()
    {
        Month.UpTo(Confirmed, written: 200, [Aged(40, days: 30)], Now).ShouldBe(10);
    }

    [Fact]
    public void An_entry_made_by_a_clock_known_to_be_wrong_says_nothing_about_its_age()
    {
        Month.UpTo(Confirmed, written: 200, [Aged(40, days: 20_000) with { Clock = ClockQuality.Unknown }], Now).ShouldBe(10);
    }

    [Fact]
    public void An_entry_from_the_future_keeps_no_older_one()
    {
        Month.UpTo(Confirmed, written: 200, [Aged(20, days: -7000), Aged(40, days: 31)], Now).ShouldBe(40);
    }

    [Fact]
    public void Without_a_good_clock_no_entry_is_old()
    {
        Month.UpTo(Confirmed, written: 200, [Aged(40, days: 60)], now: null).ShouldBe(10);
    }

    [Theory]
    [InlineData(1010, 10)]
    [InlineData(1011, 11)]
    [InlineData(1050, 50)]
    [InlineData(5000, 100)]
    public void More_entries_than_the_most_go_however_young_they_are_as_far_as_they_are_confirmed(long written, long upTo)
    {
        Month.UpTo(Confirmed, written, [], now: null).ShouldBe(upTo);
    }

    [Fact]
    public void On_a_full_disk_every_confirmed_entry_may_go_but_the_newest()
    {
        RetentionRule.Nothing.UpTo(Confirmed, written: 200, [], now: null).ShouldBe(100);
        RetentionRule.Nothing.UpTo(Confirmed, written: 100, [], now: null).ShouldBe(99);
    }

    [Fact]
    public void Nothing_unconfirmed_ever_goes()
    {
        Prop.ForAll(
            Gen.Choose(0, 200).ArrayOf(12).ToArbitrary(),
            made =>
            {
                var confirmed = new SeqRange(made[0] + 1, made[0] + made[1]);
                var written = Math.Max(1, confirmed.Last + made[2]);
                var looked = RetentionRule.LookAt(confirmed).Zip(made.Skip(5), (seq, age) => Aged(seq, age));
                var upTo = new RetentionRule(TimeSpan.FromDays(made[3]), made[4] + 1).UpTo(confirmed, written, looked, Now);
                upTo.ShouldBeLessThanOrEqualTo(confirmed.Last);
                upTo.ShouldBeLessThan(written);
            }).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 68, 64)]
    [InlineData(1, 1_000_000, 64)]
    public void What_is_looked_at_is_bounded_and_spread_to_the_last(long first, long last, int count)
    {
        var looked = RetentionRule.LookAt(new(first, last)).ToList();

        looked.Count.ShouldBe(count);
        looked.ShouldAllBe(seq => seq >= first && seq <= last);
        if (count > 0)
            looked[^1].ShouldBe(last);
    }

    [Fact]
    public void A_span_of_none_counts_none() => new SeqRange(6, 5).Count.ShouldBe(0);

    static EntryAge Aged(long seq, int days) => new(seq, Now.AddDays(-days), ClockQuality.Estimated);
}
