using System.Security.Cryptography;
using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Journaling;

public sealed class DamagedJournalTests : IDisposable
{
    const int PageBytes = 4096;
    const int EntriesInManyPages = 2000;
    const int FirstPageOfEntries = 12;

    readonly TempFolder folder = new();
    readonly Parts parts;

    public DamagedJournalTests() => parts = new(folder["journal.db"]);

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_journal_damaged_before_the_start_is_kept_and_another_begins()
    {
        var before = WriteAndClose();
        var damaged = Damage(firstPage: 0);

        parts.Journal.TryOpen().ShouldBeTrue();

        parts.Journal.Current!.Epoch.ShouldNotBe(before);
        parts.Journal.Trouble.ShouldBeNull();
        File.ReadAllBytes(parts.Journal.MovedAside!).ShouldBe(damaged);
        parts.Write(1);
    }

    [Fact]
    public void Damage_in_the_middle_of_the_file_is_found_while_the_gate_works()
    {
        var before = WriteAndClose();
        ClearVisits();
        Damage(firstPage: FirstPageOfEntries);
        using var upkeep = new UpkeepLoop(
            parts.Journal, new(TimeSpan.FromDays(30), 1_000_000), parts.Clock, TimeProvider.System, NullLogger<UpkeepLoop>.Instance);
        parts.Journal.TryOpen().ShouldBeTrue();
        parts.Journal.Current!.Epoch.ShouldBe(before);

        upkeep.LookAfter();

        parts.Journal.Current.Epoch.ShouldNotBe(before);
        parts.TakeAlarms().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.JournalMovedAside);
    }

    [Fact]
    public void Damage_among_the_newest_entries_is_found_at_the_start()
    {
        WriteAndClose();
        Damage(firstPage: (int)(new FileInfo(parts.Path).Length / PageBytes) - 4);

        parts.Journal.TryOpen().ShouldBeTrue();

        parts.Journal.MovedAside.ShouldNotBeNull();
        parts.Journal.Current!.Written.ShouldBe(0);
    }

    [Fact]
    public void An_alarm_is_raised_and_names_the_file_that_is_kept()
    {
        WriteAndClose();
        Damage(firstPage: 0);

        parts.Journal.TryOpen();

        var alarm = parts.TakeAlarms().ShouldHaveSingleItem();
        alarm.Kind.ShouldBe(AlarmKind.JournalMovedAside);
        alarm.Detail.ShouldBe($"kept as {Path.GetFileName(parts.Journal.MovedAside)}");
    }

    [Fact]
    public void The_gate_goes_on_in_a_new_epoch_when_a_write_meets_the_damage()
    {
        parts.Write(EntriesInManyPages);
        var before = parts.Journal.Current!;
        DamageWhileOpen();

        var entry = parts.Journal.Append(Some.Record());

        entry.Key.Epoch.ShouldNotBe(before.Epoch);
        entry.Key.Seq.ShouldBe(1);
        parts.Journal.Trouble.ShouldBeNull();
        File.Exists(parts.Journal.MovedAside).ShouldBeTrue();
    }

    [Fact]
    public void A_journal_that_proves_damaged_when_read_is_replaced_once()
    {
        parts.Write(3);
        var damaged = parts.Journal.Current!;

        parts.Journal.Replace(damaged, new("found by a reader"));
        var replacement = parts.Journal.Current!;
        parts.Journal.Replace(damaged, new("found by a reader"));

        replacement.Epoch.ShouldNotBe(damaged.Epoch);
        parts.Journal.Current.ShouldBeSameAs(replacement);
        Directory.GetFiles(folder.Path, "*.bad-*Z").ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_moved_aside_can_still_be_read_by_hand()
    {
        parts.Write(3);

        parts.Journal.Replace(parts.Journal.Current!, new("found by a reader"));

        using var reader = SqliteStore.OpenReader(parts.Journal.MovedAside!);
        reader.Scalar<long>("SELECT count(*) FROM journal").ShouldBe(3);
    }

    Epoch WriteAndClose()
    {
        using var before = new Parts(parts.Path);
        before.Write(EntriesInManyPages);
        return before.Journal.Current!.Epoch;
    }

    // As after a week: the start reads the visits of the last days only.
    void ClearVisits()
    {
        using var store = SqliteStore.Open(parts.Path, "Checkpoint.Edge.Migrations.", typeof(Journal).Assembly);
        store.Execute("UPDATE state SET visits_cleared = (SELECT max(seq) FROM journal)");
    }

    byte[] Damage(int firstPage)
    {
        var bytes = File.ReadAllBytes(parts.Path);
        RandomNumberGenerator.Fill(bytes.AsSpan(firstPage * PageBytes, PageBytes * 4));
        File.WriteAllBytes(parts.Path, bytes);
        return bytes;
    }

    // All but the last pages of file and log, which the writer has in its memory.
    void DamageWhileOpen()
    {
        foreach (var file in new[] { parts.Path, parts.Path + "-wal", parts.Path + "-shm" })
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(RandomNumberGenerator.GetBytes((int)stream.Length));
        }
    }
}
