using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>How every ledger gives entries the time that they really were, whatever database it is in.</summary>
public abstract class RetimingContract
{
    const long Minute = 60_000;

    static readonly DateTimeOffset Wrong = new(2026, 11, 7, 3, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Right = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    private protected abstract ILedger Ledger { get; }

    private protected abstract ILedgerQueries Queries { get; }

    [Fact]
    public void What_was_registered_before_the_clock_was_set_is_re_timed_and_both_times_stay()
    {
        var journal = new Journal();
        Commit(journal.Passage(1, at: Wrong, clock: "estimated", mono: 0), journal.Passage(2, at: Wrong.AddMinutes(20), clock: "estimated", mono: 20 * Minute));

        Commit(journal.Clock("synced", Right, 30 * Minute));

        var rows = Queries.Read(new(null, 0, 10));
        rows.Select(row => row.Columns.Time).Take(2).ShouldBe([Wrong, Wrong.AddMinutes(20)]);
        rows.Select(row => row.Retimed?.Time).ShouldBe([Right.AddMinutes(-30), Right.AddMinutes(-10), null]);
        rows.Select(row => row.Time).ShouldBe([Right.AddMinutes(-30), Right.AddMinutes(-10), Right]);
        Queries.HourlyCounters().Select(count => (count.Hour, count.Passages)).ShouldBe([(HourOf(Right), 2)]);
        Queries.HourlyCounters().ShouldBe(Queries.RecountHourly());
    }

    [Fact]
    public void What_arrives_after_the_clock_was_set_is_re_timed_as_it_is_stored()
    {
        var journal = new Journal();
        var old = journal.Passage(1, at: Wrong, clock: "unknown", mono: 5 * Minute);
        Commit(journal.Clock("synced", Right, 30 * Minute));

        var receipt = Commit(old);

        receipt.Stored.Single().Time.ShouldBe(Right.AddMinutes(-25));
        Queries.Read(new(null, 0, 10)).Single(row => row.Record.Key.Seq == 1).Retimed.ShouldBe(new(Right.AddMinutes(-25), 30 * Minute, ClockQuality.Synced));
        Queries.HourlyCounters().ShouldBe(Queries.RecountHourly());
    }

    [Fact]
    public void Another_start_a_surer_clock_and_a_later_moment_are_not_touched()
    {
        var journal = new Journal();
        var records = new[]
        {
            journal.Passage(1, at: Wrong, clock: "estimated", mono: 0, boot: 2),
            journal.Passage(2, at: Wrong, clock: "synced", mono: 0),
            journal.Passage(3, at: Wrong, clock: "estimated", mono: 31 * Minute),
            journal.Passage(4),
        };
        Commit(records);

        Commit(journal.Clock("synced", Right, 30 * Minute));

        Queries.Read(new(null, 0, 10)).ShouldAllBe(row => row.Retimed == null);
    }

    [Fact]
    public void A_clock_that_cannot_be_true_re_times_nothing()
    {
        var journal = new Journal();
        Commit(journal.Passage(1, at: Wrong, clock: "unknown", mono: 0));

        Commit(
            journal.Clock("synced", DateTimeOffset.UnixEpoch, 30 * Minute), journal.Clock("unknown", Right, 30 * Minute),
            journal.Clock("synced", Right, -1), journal.Clock("synced", Right, long.MaxValue), journal.Clock("perfect", Right, 30 * Minute));

        Queries.Read(new(null, 0, 10)).ShouldAllBe(row => row.Retimed == null);
    }

    [Fact]
    public void The_best_clock_wins_and_then_the_soonest_whatever_arrives_first()
    {
        var journal = new Journal();
        WireRecord[] records =
        [
            journal.Passage(1, at: Wrong, clock: "unknown", mono: 1 * Minute),
            journal.Passage(2, "recheck", at: Wrong, clock: "unknown", mono: 2 * Minute),
            journal.Clock("rtc", Right, 3 * Minute),
            journal.Passage(2, at: Wrong.AddDays(1), clock: "rtc", mono: 4 * Minute),
            journal.Clock("synced", Right.AddHours(5), 5 * Minute),
            journal.Passage(3, at: Wrong, clock: "estimated", mono: 6 * Minute),
            journal.Clock("synced", Right.AddHours(9), 7 * Minute),
            journal.Passage(3, "hold", kind: "override", at: Wrong, clock: "unknown", mono: 8 * Minute),
        ];
        var five = Right.AddHours(5);
        DateTimeOffset?[] expected = [five.AddMinutes(-4), five.AddMinutes(-3), five.AddMinutes(-2), five.AddMinutes(-1), null, Right.AddHours(9).AddMinutes(-1), null, null];
        var random = new Random(20261122);

        for (var device = 1; device <= 12; device++)
        {
            var shuffled = Renamed(records, $"gate-{device}");
            random.Shuffle(shuffled);
            foreach (var batch in shuffled.Chunk(random.Next(1, 4)))
                Commit(batch);

            Queries.Read(new(DeviceId.Parse($"gate-{device}"), 0, 10)).OrderBy(row => row.Record.Key.Seq).Select(row => row.Retimed?.Time).ShouldBe(expected);
            Queries.HourlyCounters().ShouldBe(Queries.RecountHourly());
        }
    }

    private protected LedgerReceipt Commit(params WireRecord[] records) => Ledger.Commit(new(Journal.Morning, records, [], []));

    static WireRecord[] Renamed(IEnumerable<WireRecord> records, string device) =>
        [.. records.Select(record => record with { Key = record.Key with { Device = DeviceId.Parse(device) } })];

    static long HourOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;
}
