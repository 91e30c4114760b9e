using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

public sealed class JournalTests : IDisposable
{
    static readonly SeqRange Everything = new(1, long.MaxValue);

    readonly TempFolder folder = new();

    string File => folder["journal.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_entry_is_read_as_it_was_written()
    {
        using var journal = Open();

        var written = journal.Append(Some.Record(41), Stamp);

        var read = journal.Read(Everything).ShouldHaveSingleItem();
        read.Key.ShouldBe(written.Key);
        read.Canonical.ToArray().ShouldBe(EntryJson.Write(written));
    }

    [Fact]
    public void Entries_are_numbered_from_1_without_gaps()
    {
        using var journal = Open();

        Append(journal, 5);

        journal.Read(Everything).Select(record => record.Key.Seq).ShouldBe([1, 2, 3, 4, 5]);
        journal.Written.ShouldBe(5);
    }

    [Fact]
    public void Each_entry_is_linked_to_the_one_before()
    {
        using var journal = Open();

        Append(journal, 5);

        var link = EntryHash.Start;
        foreach (var record in journal.Read(Everything))
        {
            link = link.Next(record.Canonical.Span);
            record.Hash.ShouldBe(link);
        }
    }

    [Fact]
    public void Only_what_was_asked_for_is_read()
    {
        using var journal = Open();
        Append(journal, 5);

        journal.Read(new(2, 3)).Select(record => record.Key.Seq).ShouldBe([2, 3]);
        journal.Read(new(5, 9)).Select(record => record.Key.Seq).ShouldBe([5]);
        journal.Read(new(6, 9)).ShouldBeEmpty();
    }

    [Fact]
    public void A_reopened_journal_goes_on_where_it_was()
    {
        Epoch epoch;
        using (var before = Open())
        {
            Append(before, 3);
            before.Release(2, at: null);
            epoch = before.Epoch;
        }

        using var journal = Open();
        Append(journal, 2);

        (journal.Epoch, journal.Boot, journal.Released, journal.Written).ShouldBe((epoch, 2, 2, 5));
        ChainRule.FirstBroken(EntryHash.Start, journal.Read(Everything)).ShouldBeNull();
    }

    [Fact]
    public void Two_files_are_two_epochs()
    {
        using var one = Open();
        using var other = Journal.Open(folder["other.db"], Some.Device);

        one.Epoch.ShouldNotBe(other.Epoch);
    }

    [Fact]
    public void What_was_released_stays_released()
    {
        using var journal = Open();
        Append(journal, 4);

        journal.Release(3, at: null);
        journal.Release(2, at: null);

        journal.Released.ShouldBe(3);
    }

    [Fact]
    public void The_oldest_waiting_entry_is_the_first_unreleased_one()
    {
        using var journal = Open();
        journal.OldestWaiting().ShouldBeNull();
        for (var i = 0; i < 3; i++)
            journal.Append(Some.Record(), boot => new(boot, TimeSpan.Zero, Some.Moment.AddHours(i), ClockQuality.Synced));

        journal.Release(1, at: null);

        journal.OldestWaiting().ShouldBe(Some.Moment.AddHours(1));
        journal.Release(3, at: null);
        journal.OldestWaiting().ShouldBeNull();
    }

    [Fact]
    public void Another_boxs_journal_is_refused()
    {
        Open().Dispose();

        var error = Should.Throw<InvalidDataException>(() => Journal.Open(File, DeviceId.Parse("gate-08")));

        error.Message.ShouldContain("belongs to device 'gate-07', not to 'gate-08'");
    }

    [Fact]
    public void A_journal_of_a_newer_program_is_refused_and_left_alone()
    {
        using (var store = SqliteStore.Open(File, "Checkpoint.Edge.Migrations.", typeof(Journal).Assembly))
            store.Execute("PRAGMA user_version = 99");

        Should.Throw<InvalidDataException>(Open).Message.ShouldContain("newer");

        using var reader = SqliteStore.OpenReader(File);
        reader.Scalar<long>("PRAGMA user_version").ShouldBe(99);
    }

    [Fact]
    public void A_closed_journal_says_so_instead_of_failing_in_the_library()
    {
        var journal = Open();
        Append(journal, 1);

        journal.Dispose();

        Should.Throw<IOException>(() => journal.Read(Everything)).Message.ShouldEndWith("was closed.");
        Should.Throw<IOException>(() => journal.Release(1, at: null));
        Should.Throw<IOException>(() => journal.OldestWaiting());
        Should.Throw<IOException>(() => Append(journal, 1));
    }

    [Fact]
    public void An_entry_that_did_not_fit_on_the_disk_was_not_written_and_the_next_one_is()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(kilobytes: 512);
        using var journal = Journal.Open(disk["journal.db"], Some.Device);
        Append(journal, 3);
        disk.Fill();

        Should.Throw<IOException>(() => Append(journal, 100));
        var fitted = journal.Written;
        Should.Throw<IOException>(() => Append(journal, 1));
        disk.Free();
        Append(journal, 2);

        var records = journal.Read(Everything);
        records.Select(record => record.Key.Seq).ShouldBe(Enumerable.Range(1, (int)fitted + 2).Select(seq => (long)seq));
        ChainRule.FirstBroken(EntryHash.Start, records).ShouldBeNull();
    }

    static EntryStamp Stamp(int boot) => new(boot, TimeSpan.FromSeconds(9), Some.Moment, ClockQuality.Synced);

    static void Append(Journal journal, int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), Stamp);
    }

    Journal Open() => Journal.Open(File, Some.Device);
}
