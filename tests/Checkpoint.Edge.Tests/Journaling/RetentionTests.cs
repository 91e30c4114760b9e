using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

public sealed class RetentionTests : IDisposable
{
    static readonly SeqRange Everything = new(1, long.MaxValue);
    static readonly DateTimeOffset Now = Some.Moment.AddDays(40);
    static readonly RetentionRule Month = new(TimeSpan.FromDays(30), MostEntries: 1_000_000);

    readonly TempFolder folder = new();

    string File => folder["journal.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_remains_follows_from_the_record_of_what_was_purged()
    {
        using var journal = Open();
        Append(journal, 20);
        journal.Release(12, at: null);

        journal.Purge(10, Now).ShouldBe(10);

        var kept = journal.Read(Everything);
        kept.Select(record => record.Key.Seq).ShouldBe(Enumerable.Range(11, 10).Select(seq => (long)seq));
        journal.Start.Before.ShouldBe(10);
        ChainRule.FirstBroken(journal.Start.Link, kept).ShouldBeNull();
    }

    [Fact]
    public void A_purged_journal_goes_on_after_a_restart()
    {
        ChainStart start;
        using (var before = Open())
        {
            Append(before, 20);
            before.Release(20, at: null);
            before.Purge(19, Now);
            start = before.Start;
        }

        using var journal = Open();
        Append(journal, 3);

        journal.Start.ShouldBe(start);
        journal.Written.ShouldBe(23);
        ChainRule.FirstBroken(start.Link, journal.Read(Everything)).ShouldBeNull();
        WalkAll(journal).ShouldBe(23);
    }

    [Fact]
    public void What_the_hub_has_not_confirmed_is_never_purged()
    {
        using var journal = Open();
        Append(journal, 20);
        journal.Release(7, at: null);

        journal.Purge(20, Now).ShouldBe(7);
        journal.Purge(20, Now).ShouldBe(0);

        journal.Read(Everything)[0].Key.Seq.ShouldBe(8);
    }

    [Fact]
    public void The_newest_entry_stays_even_if_it_is_confirmed()
    {
        using var journal = Open();
        Append(journal, 5);
        journal.Release(5, at: null);

        journal.Purge(5, Now).ShouldBe(4);

        journal.Read(Everything).ShouldHaveSingleItem().Key.Seq.ShouldBe(5);
    }

    [Fact]
    public void One_commit_purges_a_bounded_number()
    {
        using var journal = Open();
        Append(journal, PurgeBook.AtOnce + 20);
        journal.Release(PurgeBook.AtOnce + 20, at: null);

        journal.Purge(PurgeBook.AtOnce + 10, Now).ShouldBe(PurgeBook.AtOnce);
        journal.Purge(PurgeBook.AtOnce + 10, Now).ShouldBe(10);
    }

    [Fact]
    public void A_day_has_one_record_and_another_day_another()
    {
        using (var journal = Open())
        {
            Append(journal, 20);
            journal.Release(20, at: null);
            journal.Purge(3, Now);
            journal.Purge(5, Now.AddHours(1));
            journal.Purge(9, Now.AddDays(1));
        }

        using var store = SqliteStore.OpenReader(File);
        var records = PurgeBook.All(store);
        records.Select(record => (record.First, record.Last, record.At)).ShouldBe([(6, 9, Now.AddDays(1)), (1, 5, Now.AddHours(1))]);
    }

    [Fact]
    public void After_too_many_days_the_two_oldest_records_become_one()
    {
        using (var journal = Open())
        {
            Append(journal, PurgeBook.MaxRecords + 10);
            journal.Release(PurgeBook.MaxRecords + 10, at: null);
            for (var day = 0; day < PurgeBook.MaxRecords + 2; day++)
                journal.Purge(day + 1, Now.AddDays(day)).ShouldBe(1);
        }

        using var store = SqliteStore.OpenReader(File);
        var records = PurgeBook.All(store);
        records.Count.ShouldBe(PurgeBook.MaxRecords);
        (records[^1].First, records[^1].Last).ShouldBe((1, 3));
        records[0].Last.ShouldBe(PurgeBook.MaxRecords + 2);
    }

    [Fact]
    public void Entries_of_more_than_the_days_may_be_purged()
    {
        using var journal = Open();
        for (var day = 0; day < 40; day++)
            journal.Append(Some.Record(day + 1), boot => new(boot, TimeSpan.Zero, Some.Moment.AddDays(day), ClockQuality.Synced));
        journal.Release(40, at: null);

        journal.PurgeableUpTo(Month, Now).ShouldBe(10);
        journal.PurgeableUpTo(Month, now: null).ShouldBe(0);
        journal.PurgeableUpTo(RetentionRule.Nothing, now: null).ShouldBe(39);
    }

    [Fact]
    public void The_room_of_purged_entries_is_used_again()
    {
        using var journal = Open();
        Append(journal, 600);
        Turn(journal);
        Turn(journal);
        var size = new FileInfo(File).Length;

        for (var day = 0; day < 10; day++)
            Turn(journal);

        new FileInfo(File).Length.ShouldBeLessThanOrEqualTo(size + (size / 10));

        void Turn(Journal turned)
        {
            Append(turned, 600);
            turned.Release(turned.Written, at: null);
            while (turned.Purge(turned.Written - 600, Now) > 0)
            {
                // Batch after batch.
            }
        }
    }

    [Fact]
    public void A_walk_under_way_does_not_take_what_is_purged_for_lost()
    {
        using var journal = Open();
        Append(journal, 40);
        journal.Release(40, at: null);
        var walked = journal.Walk(journal.Start, 5);

        journal.Purge(20, Now);

        journal.Walk(walked, 100).Before.ShouldBe(40);
    }

    [Fact]
    public void An_entry_that_is_missing_or_changed_ends_the_walk()
    {
        using (var journal = Open())
            Append(journal, 600);
        Change("UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), CAST(x'0D5A' AS TEXT), CAST(x'0D5B' AS TEXT)) AS BLOB) WHERE seq = 100"); // 36.50 °C, packed, becomes 36.51
        using (var changed = Open())
            Should.Throw<CorruptStoreException>(() => WalkAll(changed)).Message.ShouldContain("entry 100 does not follow");

        Change("DELETE FROM journal WHERE seq = 50");
        using var holed = Open();
        Should.Throw<CorruptStoreException>(() => WalkAll(holed)).Message.ShouldContain("entry 50 is missing");
    }

    [Theory]
    [InlineData("DELETE FROM journal WHERE seq = 1", "begins at entry 2, and was purged up to 0")]
    [InlineData("DELETE FROM journal WHERE seq = 550", "has a gap below entry 600")]
    [InlineData("UPDATE journal SET hash = randomblob(32) WHERE seq = 550", "has a broken link below entry 600")]
    [InlineData("UPDATE state SET released = 601", "confirmed up to 601")]
    [InlineData("UPDATE state SET epoch = '0000000000000000'", "holds another entry under number 345")]
    [InlineData("UPDATE state SET device = '?'", "name cannot be read")]
    [InlineData("UPDATE state SET epoch = 'x'", "name cannot be read")]
    [InlineData("DELETE FROM state", "has entries and no name")]
    [InlineData("UPDATE journal SET body = CAST('nothing' AS BLOB) WHERE seq = 600", "An entry cannot be read")]
    public void What_the_start_relies_on_is_checked(string damage, string found)
    {
        using (var journal = Open())
            Append(journal, 600);

        Change(damage);

        Should.Throw<CorruptStoreException>(Open).Message.ShouldContain(found);
    }

    // As a bad sector or a hand would, past the program.
    void Change(string sql)
    {
        using var store = SqliteStore.Open(File, "Checkpoint.Edge.Migrations.", typeof(Journal).Assembly);
        store.Execute("PRAGMA ignore_check_constraints = 1");
        store.Execute(sql);
    }

    static long WalkAll(Journal journal)
    {
        var walked = journal.Start;
        while (journal.Walk(walked, 64) is var next && next != walked)
            walked = next;
        return walked.Before;
    }

    static void Append(Journal journal, int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), boot => new(boot, TimeSpan.FromSeconds(i), Some.Moment, ClockQuality.Synced));
    }

    Journal Open() => Journal.Open(File, Some.Device);
}
