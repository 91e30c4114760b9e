using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Operations;

public sealed class JournalCommandTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly StringWriter words = new();
    readonly MemoryStream lines = new();

    string File => folder["journal.db"];

    public void Dispose()
    {
        folder.Dispose();
        words.Dispose();
        lines.Dispose();
    }

    [Fact]
    public void A_journal_in_use_is_verified_from_where_it_was_purged()
    {
        using var journal = Write(30);
        journal.Release(20, at: null);
        journal.Purge(10, Some.Moment);

        Run(JournalWords.Verify).ShouldBe(0);

        words.ToString().ShouldContain("The chain holds: 20 entries, 11 to 30");
        words.ToString().ShouldContain("up to 10 purged, on record");
        journal.Append(Some.Record(), Stamp).Key.Seq.ShouldBe(31);
    }

    [Fact]
    public void Verify_says_where_the_chain_breaks()
    {
        Write(30).Dispose();
        using (var store = Hosting.Sqlite.SqliteStore.Open(File, "Checkpoint.Edge.Migrations.", typeof(Journal).Assembly))
            store.Execute("DELETE FROM journal WHERE seq = 17");

        Run(JournalWords.Verify).ShouldBe(JournalCommand.Damaged);

        words.ToString().ShouldContain("entry 17 is missing");
    }

    [Fact]
    public void Export_writes_the_entries_asked_for_as_they_are_published()
    {
        using var journal = Write(30);

        Run((path, _) => JournalExport.Write(path, from: 5, to: 8, lines)).ShouldBe(0);

        var entries = Lines();
        entries.Select(entry => entry.GetProperty("seq").GetInt64()).ShouldBe([5, 6, 7, 8]);
        entries.Select(entry => entry.GetProperty("hash").GetString()).ShouldBe(journal.Read(new(5, 8)).Select(record => record.Hash.Hex));
    }

    [Fact]
    public void Export_passes_over_what_was_purged()
    {
        using var journal = Write(30);
        journal.Release(30, at: null);
        journal.Purge(28, Some.Moment);

        Run((path, _) => JournalExport.Write(path, from: 1, to: long.MaxValue, lines)).ShouldBe(0);

        Lines().Select(entry => entry.GetProperty("seq").GetInt64()).ShouldBe([29, 30]);
    }

    [Fact]
    public void Stats_tell_what_is_there_and_what_waits()
    {
        using var journal = Write(30);
        journal.Release(20, at: null);
        journal.Purge(10, Some.Moment);

        Run(JournalWords.Stats).ShouldBe(0);

        words.ToString().ShouldContain("entries: 20 (11 - 30)");
        words.ToString().ShouldContain("waiting for the hub: 10");
        words.ToString().ShouldContain("starts: 1");
        words.ToString().ShouldContain("purged: 1 - 10, 2022-04-01 00:02:03 UTC");
        words.ToString().ShouldContain("last: 2022-04-01 00:02:32 UTC (Synced)");
    }

    [Fact]
    public void An_empty_journal_can_be_looked_at()
    {
        using var journal = Write(0);

        Run(JournalWords.Stats).ShouldBe(0);
        Run(JournalWords.Verify).ShouldBe(0);

        words.ToString().ShouldContain("The chain holds: 0 entries");
    }

    [Fact]
    public void Journals_of_earlier_versions_can_be_looked_at()
    {
        foreach (var old in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Journaling", "Old"), "*.db"))
        {
            JournalCommand.Run(folder.Path, old, words, JournalWords.Verify).ShouldBe(0, old);
            JournalCommand.Run(folder.Path, old, words, JournalWords.Stats).ShouldBe(0, old);
        }
    }

    [Fact]
    public void A_journal_that_cannot_be_opened_is_salvaged_all_the_same()
    {
        using (var journal = Write(300))
            journal.Release(100, at: null);
        using (var stream = new FileStream(File, FileMode.Open))
            stream.Write(RandomNumberGenerator.GetBytes(4096));

        Run(JournalWords.Verify).ShouldBe(JournalCommand.Damaged);
        Run((path, told) => JournalExport.Salvage(path, Some.Device.Value, lines, told)).ShouldBe(0);

        Lines().Count.ShouldBe(200);
        words.ToString().ShouldContain("salvaged 200 (101-300)");
    }

    [Fact]
    public void A_file_that_is_not_there_or_no_journal_is_said_plainly()
    {
        JournalCommand.Run(folder.Path, folder["none.db"], words, JournalWords.Verify).ShouldBe(1);
        System.IO.File.WriteAllText(folder["text.db"], "no database at all, but long enough to have a header that could be one, which it has not");
        JournalCommand.Run(folder.Path, folder["text.db"], words, JournalWords.Verify).ShouldBe(JournalCommand.Damaged);
        JournalCommand.Run(folder["no-configuration"], file: null, words, JournalWords.Verify).ShouldBe(ConfigurationException.ExitCode);
    }

    int Run(Func<string, TextWriter, int> act) => JournalCommand.Run(folder.Path, File, words, act);

    List<JsonElement> Lines() =>
        [.. Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    Journal Write(int entries)
    {
        var journal = Journal.Open(File, Some.Device);
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), boot => Stamp(boot) with { Wall = Some.Moment.AddSeconds(i) });
        return journal;
    }

    static EntryStamp Stamp(int boot) => new(boot, TimeSpan.Zero, Some.Moment, ClockQuality.Synced);
}
