using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

public sealed class GateJournalTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Parts parts;

    public GateJournalTests() => parts = new(folder["store/journal.db"]);

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Without_its_folder_there_is_no_journal_until_it_comes()
    {
        parts.Journal.TryOpen().ShouldBeFalse();
        parts.Journal.Current.ShouldBeNull();
        parts.Journal.Trouble.ShouldNotBeNull();
        Should.Throw<IOException>(() => parts.Journal.Append(Some.Record()));

        Directory.CreateDirectory(folder["store"]);

        parts.Journal.Append(Some.Record()).Key.Seq.ShouldBe(1);
        parts.Journal.Trouble.ShouldBeNull();
    }

    [Fact]
    public void The_folder_may_come_before_the_next_person()
    {
        parts.Journal.TryOpen().ShouldBeFalse();
        Directory.CreateDirectory(folder["store"]);

        parts.Journal.TryOpen().ShouldBeTrue();

        parts.Journal.Trouble.ShouldBeNull();
    }

    [Fact]
    public void A_lock_that_may_not_be_taken_is_trouble_and_no_crash()
    {
        // Stands for a folder of another user, which root would be let into.
        Directory.CreateDirectory(folder["store/journal.db.lock"]);

        parts.Journal.TryOpen().ShouldBeFalse();
        Should.Throw<IOException>(() => parts.Journal.Append(Some.Record()));
    }

    [Fact]
    public void One_journal_belongs_to_one_program()
    {
        Open();
        using var second = new Parts(parts.Path);

        var error = Should.Throw<FileHeldException>(() => second.Journal.TryOpen());

        error.Message.ShouldContain($"held by process {Environment.ProcessId} (checkpoint-edge)");
    }

    [Fact]
    public void A_journal_given_back_can_be_taken()
    {
        Open();
        parts.Journal.Dispose();
        using var second = new Parts(parts.Path);

        second.Journal.TryOpen().ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_was_taken_away_is_noticed_at_the_next_entry()
    {
        Open();
        parts.Write(2);
        var epoch = parts.Journal.Current!.Epoch;

        Directory.Delete(folder["store"], recursive: true);
        Should.Throw<IOException>(() => parts.Journal.Append(Some.Record(3)));
        Directory.CreateDirectory(folder["store"]);
        var entry = parts.Journal.Append(Some.Record(3));

        entry.Key.Epoch.ShouldNotBe(epoch);
        entry.Key.Seq.ShouldBe(1);
        File.Exists(parts.Path).ShouldBeTrue();
        parts.TakeAlarms().ShouldContain(alarm => alarm.Kind == AlarmKind.JournalMovedAside);
    }

    [Fact]
    public void A_full_disk_is_trouble_until_there_is_room_again()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(kilobytes: 512);
        using var onDisk = new Parts(disk["journal.db"]);
        onDisk.Write(3);

        disk.Fill();
        Should.Throw<IOException>(() => AppendMany(onDisk));
        onDisk.Journal.Trouble.ShouldNotBeNull();
        disk.Free();

        onDisk.Write(1);
        onDisk.Journal.Trouble.ShouldBeNull();
    }

    [Fact]
    public void A_disk_that_is_full_at_the_start_does_not_make_the_box_its_own_rival()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(kilobytes: 512);
        using var onDisk = new Parts(disk["journal.db"]);
        disk.Fill();

        onDisk.Journal.TryOpen().ShouldBeFalse();
        onDisk.Journal.TryOpen().ShouldBeFalse();
        disk.Free();

        onDisk.Journal.TryOpen().ShouldBeTrue();
    }

    [Fact]
    public void The_room_left_is_that_of_the_journals_folder()
    {
        parts.Journal.DiskFree().ShouldBe(0);

        Directory.CreateDirectory(folder["store"]);

        parts.Journal.DiskFree().ShouldBeGreaterThan(0);
    }

    static void AppendMany(Parts parts)
    {
        for (var i = 0; i < 100; i++)
            parts.Journal.Append(Some.Record(i));
    }

    void Open()
    {
        Directory.CreateDirectory(folder["store"]);
        parts.Journal.TryOpen().ShouldBeTrue();
    }
}
