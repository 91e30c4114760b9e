using System.Security.Cryptography;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

public sealed class SalvageTests : IDisposable
{
    const int PageBytes = 4096;

    readonly TempFolder folder = new();

    string File => folder["journal.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_its_first_page_every_waiting_entry_is_found_and_proven()
    {
        var written = Write(entries: 700, released: 300);
        Damage(File, page: 0, pages: 1);

        using var salvaged = SalvagedJournal.Open(File, Some.Device);

        salvaged.Epoch.ShouldBe(written[0].Key.Epoch);
        salvaged.Released.ShouldBe(300);
        salvaged.Found.ShouldBe([new(301, 700)]);
        var entries = ReadAll(salvaged);
        entries.ShouldAllBe(entry => entry.IsProven);
        entries.Select(entry => (entry.Record.Key, entry.Record.Hash)).ShouldBe(written.Skip(300).Select(record => (record.Key, record.Hash)));
        entries.Select(entry => Convert.ToHexString(entry.Record.Canonical.Span)).ShouldBe(written.Skip(300).Select(record => Convert.ToHexString(record.Canonical.Span)));
    }

    [Fact]
    public void A_hole_in_the_file_costs_what_lay_in_it_and_the_proof_of_the_entry_after()
    {
        Write(entries: 700, released: 0);
        Damage(File, page: 20, pages: 3);

        using var salvaged = SalvagedJournal.Open(File, Some.Device);

        salvaged.Found.Length.ShouldBe(2);
        var (before, after) = (salvaged.Found[0], salvaged.Found[1]);
        (before.First, after.Last).ShouldBe((1, 700));
        ReadAll(salvaged).Where(entry => !entry.IsProven).ShouldHaveSingleItem().Record.Key.Seq.ShouldBe(after.First);
    }

    [Fact]
    public void Entries_that_are_in_the_log_only_are_found()
    {
        using var journal = Journal.Open(File, Some.Device);
        Append(journal, 40);
        Copy("journal.db", "aside.db");
        Copy("journal.db-wal", "aside.db-wal");
        new FileInfo(folder["aside.db"]).Length.ShouldBeLessThan(5 * PageBytes);

        using var salvaged = SalvagedJournal.Open(folder["aside.db"], Some.Device);

        salvaged.Found.ShouldBe([new(1, 40)]);
        ReadAll(salvaged).ShouldAllBe(entry => entry.IsProven);
    }

    [Fact]
    public void A_damaged_frame_of_the_log_does_not_cost_the_frames_after_it()
    {
        using var journal = Journal.Open(File, Some.Device);
        Append(journal, 200);
        Copy("journal.db", "aside.db");
        Copy("journal.db-wal", "aside.db-wal");
        using (var log = new FileStream(folder["aside.db-wal"], FileMode.Open))
        {
            log.Position = 32 + (24 + PageBytes) * 30 + 24;
            log.Write(RandomNumberGenerator.GetBytes(PageBytes));
        }

        using var salvaged = SalvagedJournal.Open(folder["aside.db"], Some.Device);

        salvaged.Found.ShouldBe([new(1, 200)]);
    }

    [Fact]
    public void An_entry_that_was_changed_is_offered_but_not_as_proven()
    {
        Write(entries: 10, released: 0);
        using (var store = SqliteStore.Open(File, "Checkpoint.Edge.Migrations.", typeof(Journal).Assembly))
            store.Execute("UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), CAST(x'0D5A' AS TEXT), CAST(x'0D5B' AS TEXT)) AS BLOB) WHERE seq = 5"); // 36.50 °C, packed, becomes 36.51

        using var salvaged = SalvagedJournal.Open(File, Some.Device);

        ReadAll(salvaged).Where(entry => !entry.IsProven).ShouldHaveSingleItem().Record.Key.Seq.ShouldBe(5);
    }

    [Fact]
    public void Another_boxs_entries_are_not_taken()
    {
        Write(entries: 10, released: 0);

        using var salvaged = SalvagedJournal.Open(File, DeviceId.Parse("gate-08"));

        salvaged.Count.ShouldBe(0);
        salvaged.Epoch.ShouldBeNull();
    }

    [Fact]
    public void A_journal_of_which_nothing_waits_gives_nothing()
    {
        Write(entries: 10, released: 10);

        using var salvaged = SalvagedJournal.Open(File, Some.Device);

        salvaged.Count.ShouldBe(0);
        salvaged.Read(1, 100).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_damage_makes_it_fail_or_prove_what_was_never_written(int seed)
    {
        var written = Write(entries: 300, released: 20).ToDictionary(record => record.Key, record => record.Hash);
        var whole = System.IO.File.ReadAllBytes(File);
        var dice = new Random(seed);
        for (var run = 0; run < 40; run++)
        {
            var bytes = whole.ToArray();
            for (var hit = 0; hit < 200; hit++)
                bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            System.IO.File.WriteAllBytes(folder["hit.db"], bytes);

            using var salvaged = SalvagedJournal.Open(folder["hit.db"], Some.Device);

            ReadAll(salvaged).Where(entry => entry.IsProven).ShouldAllBe(entry => written[entry.Record.Key] == entry.Record.Hash);
        }
    }

    [Fact]
    public void A_journal_of_an_earlier_version_can_be_salvaged()
    {
        foreach (var old in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Journaling", "Old"), "*.db"))
        {
            using var salvaged = SalvagedJournal.Open(old, Some.Device);

            salvaged.Found.ShouldBe([new(1, 14)]);
            ReadAll(salvaged).ShouldAllBe(entry => entry.IsProven);
        }
    }

    static List<SalvagedEntry> ReadAll(SalvagedJournal salvaged)
    {
        List<SalvagedEntry> all = [];
        for (long from = 1; salvaged.Read(from, 50) is { Count: > 0 } entries; from = entries[^1].Record.Key.Seq + 1)
            all.AddRange(entries);
        return all;
    }

    static void Append(Journal journal, int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), boot => new(boot, TimeSpan.FromSeconds(i), Some.Moment, ClockQuality.Synced));
    }

    static void Damage(string file, int page, int pages)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = page * PageBytes;
        stream.Write(RandomNumberGenerator.GetBytes(pages * PageBytes));
    }

    IReadOnlyList<WireRecord> Write(int entries, long released)
    {
        using var journal = Journal.Open(File, Some.Device);
        Append(journal, entries);
        journal.Release(released, at: null);
        return journal.Read(new(1, entries));
    }

    void Copy(string from, string to)
    {
        using var source = new FileStream(folder[from], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = System.IO.File.Create(folder[to]);
        source.CopyTo(target);
    }
}
