using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Journaling;

public sealed class ReceiptTests : IDisposable
{
    static readonly DateTimeOffset Now = Some.Moment.AddDays(60);
    static readonly RetentionRule Month = new(TimeSpan.FromDays(30), MostEntries: 1_000_000);
    static readonly DateTimeOffset HubTime = Some.Moment.AddMinutes(1);

    readonly TempFolder folder = new();
    readonly Journal journal;

    public ReceiptTests()
    {
        journal = Journal.Open(folder["journal.db"], Some.Device);
        Append(200);
    }

    public void Dispose()
    {
        journal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_receipt_is_known_at_once_and_reaches_the_disk_with_the_next_entry()
    {
        journal.Release(3, HubTime);

        (journal.Released, journal.ReceiptAt, OnDisk()).ShouldBe((3, HubTime, (0, null)));

        Append(1);

        OnDisk().ShouldBe((3, HubTime));
        journal.ReceiptKept.ShouldBe(3);
    }

    [Fact]
    public void One_that_no_entry_takes_along_is_kept_after_a_quiet_while()
    {
        var care = new JournalCare(journal, Month);
        journal.Release(3, HubTime);

        for (var turn = 1; turn < JournalCare.KeepAfter; turn++)
            care.Tidy(now: null, Now, isFull: false);
        OnDisk().UpTo.ShouldBe(0);

        care.Tidy(now: null, Now, isFull: false);
        OnDisk().UpTo.ShouldBe(3);
    }

    [Fact]
    public void One_for_many_entries_is_kept_in_the_next_quiet_turn()
    {
        var care = new JournalCare(journal, Month);
        journal.Release(JournalCare.KeepFrom, HubTime);

        care.Tidy(now: null, Now, isFull: false);

        OnDisk().UpTo.ShouldBe(JournalCare.KeepFrom);
    }

    [Fact]
    public void What_is_purged_is_confirmed_on_the_same_disk()
    {
        journal.Release(20, HubTime);

        journal.Purge(20, Now).ShouldBe(20);

        OnDisk().UpTo.ShouldBe(20);
    }

    void Append(int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(), boot => new(boot, TimeSpan.Zero, Some.Moment, ClockQuality.Synced));
    }

    (long UpTo, DateTimeOffset? At) OnDisk()
    {
        using var reader = SqliteStore.OpenReader(folder["journal.db"]);
        return reader.Query(
            "SELECT released, receipt_at FROM state",
            row => (row.GetInt64(0), row.IsDBNull(1) ? (DateTimeOffset?)null : row.GetDateTimeOffset(1)))[0];
    }
}
