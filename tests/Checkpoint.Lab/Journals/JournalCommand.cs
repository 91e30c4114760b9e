using System.CommandLine;
using System.Globalization;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Lab.Bench;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Journals;

/// <summary>
/// <c>journal</c>: the journal's budget, measured on real files: size of a million entries and time to open them, bytes written an entry,
/// 90 days without the hub, purging and its room, salvage, and the program's time to be ready after a crash and with a damaged file.
/// </summary>
static class JournalCommand
{
    const int MostEntries = 2_000_000;
    const int CountedEntries = 4000;
    const int OfflineDays = 90;
    const double BytesPerEntry = 500; // 1,000,000 in 500 MB
    const double WrittenPerEntry = 6 * 1024;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var entries = new Option<int>("--entries") { Description = "Entries of the long journal.", DefaultValueFactory = _ => 1_000_000 };
        entries.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1000 or > MostEntries)
                result.AddError($"--entries: expected 1000 to {MostEntries}.");
        });
        var withFields = new Option<bool>("--sealed") { Description = "Seal an ID number, a name, a date of birth and a certificate's number into every entry." };
        var command = new Command("journal", "Measure the journal's budget on real files.") { entries, withFields };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(entries), arguments.GetValue(withFields), cancel));
        return command;
    }

    static async Task<int> RunAsync(int entries, bool withFields, CancellationToken cancel)
    {
        using var maker = new JournalMaker(withFields);
        using var folder = new TempFolder();
        var report = new Report();
        Report.Note($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {entries} entries{(withFields ? ", each with sealed fields" : "")}");
        if (withFields)
            SealBench.Measure();
        Written(report, folder["written.db"], maker);
        Offline(report, folder["offline.db"], maker);

        var path = folder["long.db"];
        var made = Timed(() => maker.Make(path, entries, released: entries - 5000));
        var size = new FileInfo(path).Length;
        report.Check(size <= entries * BytesPerEntry, Line($"{size / 1e6:0.0} MB for {entries} entries, {(double)size / entries:0} bytes each; {BytesPerEntry:0} at most (made in {made.TotalSeconds:0} s)"));
        Report.Note(RowOf(path));
        Open(report, path);
        await ReadyRun.MeasureAsync(report, path, cancel);
        Salvage(report, path);
        return report.Close();
    }

    static string RowOf(string path)
    {
        using var reader = SqliteStore.OpenReader(path);
        return reader.Query(
            "SELECT avg(length(body)), max(length(body)), avg(length(visit)) FROM journal WHERE seq > (SELECT max(seq) FROM journal) - 20000",
            row => Line($"a row of its last 20,000: body {row.GetDouble(0):0} bytes, {row.GetInt64(1)} at most; visit {row.GetDouble(2):0}; a page holds 4096"))[0];
    }

    static void Written(Report report, string path, JournalMaker maker)
    {
        using var journal = Journal.Open(path, Some.Device);
        maker.Append(journal, 0);
        var before = ProcessIo.Now();
        for (var i = 1; i <= CountedEntries; i++)
            maker.Append(journal, i);
        var each = (double)ProcessIo.Now().Since(before).Written / CountedEntries;
        report.Check(each <= WrittenPerEntry, Line($"{each:0} bytes written an entry, checkpoints included; {WrittenPerEntry:0} at most"));
    }

    static void Offline(Report report, string path, JournalMaker maker)
    {
        const int entries = OfflineDays * JournalMaker.PerDay;
        maker.Make(path, entries, released: 0);
        var size = new FileInfo(path).Length;
        using var journal = Journal.Open(path, Some.Device);
        report.Check(
            journal.Written - journal.Released == entries && journal.Read(new(1, 50)).Count == 50,
            Line($"{OfflineDays} days without the hub: {entries} entries wait, {size / 1e6:0.0} MB"));

        journal.Release(entries, at: null);
        var before = ProcessIo.Now();
        List<TimeSpan> batches = [];
        while (journal.Start.Before < entries - 1)
            batches.Add(Timed(() => journal.Purge(entries, Some.Moment)));
        var times = Quantiles.Of(batches);
        Report.Note(Line($"purged {entries} entries in {batches.Count} batches of {PurgeBook.AtOnce}: {times}; {(double)ProcessIo.Now().Since(before).Written / batches.Count:0} bytes written a batch"));
        for (var i = 0; i < entries / 10; i++)
            maker.Append(journal, entries + i);
        var after = new FileInfo(path).Length;
        report.Check(after <= size, Line($"{entries / 10} entries more: {after / 1e6:0.0} MB, the purged ones' room is used again"));
    }

    static void Open(Report report, string path)
    {
        var before = ProcessIo.Now();
        Journal? journal = null;
        var took = Timed(() => journal = Journal.Open(path, Some.Device));
        using var open = journal!;
        report.Check(took <= TimeSpan.FromSeconds(1), Line($"open in {took.TotalMilliseconds:0} ms, {ProcessIo.Now().Since(before).Read / 1e6:0.0} MB read; 1 s at most"));
        var walk = Timed(() =>
        {
            for (var walked = open.Start; open.Walk(walked, JournalCare.WalkAtOnce) is var next && next != walked;)
                walked = next;
        });
        Report.Note(Line($"the whole chain, which is walked while the gate works: {walk.TotalSeconds:0.0} s without a pause"));
    }

    static void Salvage(Report report, string path)
    {
        using (var file = new FileStream(path, FileMode.Open))
            file.Write(new byte[LeafPage.Bytes]);
        SalvagedJournal? salvaged = null;
        var took = Timed(() => salvaged = SalvagedJournal.Open(path, Some.Device));
        using var found = salvaged!;
        var proven = 0L;
        var read = Timed(() =>
        {
            for (long from = 1; found.Read(from, 50) is { Count: > 0 } some; from = some[^1].Record.Key.Seq + 1)
                proven += some.Count(entry => entry.IsProven);
        });
        report.Check(
            found.Count >= 5000 && proven == found.Count,
            Line($"salvaged {found.Count} entries above {found.Released}, {proven} proven: looked through in {took.TotalSeconds:0.0} s, read in {read.TotalSeconds:0.0} s"));
    }

    static TimeSpan Timed(Action action)
    {
        var started = TimeProvider.System.GetTimestamp();
        action();
        return TimeProvider.System.GetElapsedTime(started);
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
