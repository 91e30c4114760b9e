using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Journaling;

public sealed class JournalCareTests : IDisposable
{
    static readonly DateTimeOffset Now = Some.Moment.AddDays(60);
    static readonly RetentionRule Month = new(TimeSpan.FromDays(30), MostEntries: 1_000_000);

    readonly TempFolder folder = new();
    readonly Journal journal;

    public JournalCareTests()
    {
        journal = Journal.Open(folder["journal.db"], Some.Device);
        Append(960);
        journal.Release(960, at: null);
    }

    public void Dispose()
    {
        journal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Old_entries_go_batch_by_batch_and_the_last_batch_says_so()
    {
        var care = new JournalCare(journal, Month);

        var ended = Enumerable.Range(0, 8).Select(_ => care.Tidy(Now, Now, isFull: false)).ToList();

        ended.ShouldBe([false, false, false, false, false, false, false, true]);
        journal.Start.Before.ShouldBe(959);
    }

    [Fact]
    public void Nothing_goes_in_a_turn_in_which_somebody_passed()
    {
        var care = new JournalCare(journal, Month);
        Append(1);

        care.Tidy(Now, Now, isFull: false).ShouldBeFalse();
        journal.Start.Before.ShouldBe(0);

        care.Tidy(Now, Now, isFull: false);
        journal.Start.Before.ShouldBe(PurgeBook.AtOnce);
    }

    [Fact]
    public void On_a_full_disk_nobody_is_waited_for()
    {
        var care = new JournalCare(journal, Month);
        Append(1);

        care.Tidy(now: null, Now, isFull: true);

        journal.Start.Before.ShouldBe(PurgeBook.AtOnce);
    }

    [Fact]
    public void Without_a_good_clock_nothing_is_old()
    {
        new JournalCare(journal, Month).Tidy(now: null, Now, isFull: false);

        journal.Start.Before.ShouldBe(0);
    }

    [Fact]
    public void The_chain_is_walked_once_a_part_at_a_time()
    {
        var care = new JournalCare(journal, Month);

        care.Walk().ShouldBeFalse();
        care.Walk().ShouldBeTrue();
        care.IsWalked.ShouldBeTrue();
        care.Walk().ShouldBeFalse();
    }

    [Fact]
    public void The_log_is_folded_in_while_nobody_passes_and_before_an_entry_would_have_to()
    {
        journal.Fold();
        var care = new JournalCare(journal, Month);
        var before = FileBytes;
        for (var i = 0; i < JournalCare.FoldEvery; i++)
        {
            Append(1);
            journal.Release(journal.Written, at: null);
        }

        care.Tidy(now: null, Now, isFull: false);
        FileBytes.ShouldBe(before, "somebody passed, and no commit had to fold the log");

        care.Tidy(now: null, Now, isFull: false);
        FileBytes.ShouldBeGreaterThan(before);
    }

    long FileBytes => new FileInfo(folder["journal.db"]).Length;

    void Append(int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), boot => new(boot, TimeSpan.Zero, Some.Moment, ClockQuality.Synced));
    }
}
