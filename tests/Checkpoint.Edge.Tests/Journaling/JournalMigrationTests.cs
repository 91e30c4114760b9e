using System.Globalization;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Journaling;

/// <summary>Journals in the folder Old, each written by the gate as it was when that was its schema's newest version, at a simulated crowd.</summary>
public sealed class JournalMigrationTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();

    public static TheoryData<int> Versions() =>
        [.. Directory.GetFiles(Old, "journal-v*.db").Select(path => int.Parse(Path.GetFileNameWithoutExtension(path)["journal-v".Length..], CultureInfo.InvariantCulture))];

    static string Old => Path.Combine(AppContext.BaseDirectory, "Journaling", "Old");

    string File => folder["journal.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void There_is_a_journal_of_every_earlier_version() =>
        Versions().Select(row => (int)row.Data).Order().ShouldBe(Enumerable.Range(1, Newest - 1));

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_journal_of_an_earlier_version_is_whole_after_the_migration(int version)
    {
        var before = Take(version);

        using var journal = Journal.Open(File, Some.Device);

        journal.Epoch.ShouldBe(before.Epoch);
        journal.Boot.ShouldBe(before.Boot + 1);
        journal.Released.ShouldBe(before.Released);
        var records = journal.Read(new(1, long.MaxValue));
        records.Select(record => (record.Key.Seq, record.Hash)).ShouldBe(before.Entries);
        ChainRule.FirstBroken(EntryHash.Start, records).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_journal_of_an_earlier_version_goes_on_and_can_be_purged(int version)
    {
        var before = Take(version);
        using var journal = Journal.Open(File, Some.Device);

        journal.Append(Some.Record(), boot => new(boot, TimeSpan.Zero, Now, ClockQuality.Synced)).Key.Seq.ShouldBe(before.Entries.Count + 1);
        journal.Release(journal.Written, at: null);
        journal.Purge(4, Now).ShouldBe(4);

        ChainRule.FirstBroken(journal.Start.Link, journal.Read(new(1, long.MaxValue))).ShouldBeNull();
        using var store = SqliteStore.OpenReader(File);
        store.Scalar<long>("PRAGMA user_version").ShouldBe(Newest);
    }

    static int Newest => Hosting.Sqlite.Migrations.Read(typeof(Journal).Assembly, "Checkpoint.Edge.Migrations.").Count;

    (Epoch Epoch, int Boot, long Released, IReadOnlyList<(long Seq, EntryHash Hash)> Entries) Take(int version)
    {
        System.IO.File.Copy(Path.Combine(Old, string.Create(CultureInfo.InvariantCulture, $"journal-v{version}.db")), File);
        using var store = SqliteStore.OpenReader(File);
        store.Scalar<long>("PRAGMA user_version").ShouldBe(version);
        var entries = store.Query("SELECT seq, hash FROM journal ORDER BY seq", row => (row.GetInt64(0), EntryLink.Of(row.GetFieldValue<byte[]>(1))));
        entries.Count.ShouldBeGreaterThan(10);
        return store.Query(
            "SELECT epoch, boot, released FROM state",
            row => (Epoch.Parse(row.GetString(0)), row.GetInt32(1), row.GetInt64(2), entries))[0];
    }
}
