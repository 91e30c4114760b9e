using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Lab.PowerCut;

/// <summary>Opens what a cut has left, as a gate does when the power is back, and compares it with what had been shown.</summary>
/// <param name="shown">The link of each entry that was ever shown, by its number.</param>
sealed class CutJudge(IReadOnlyDictionary<long, string> shown)
{
    /// <summary>Judges one cut.</summary>
    /// <param name="folder">An empty folder for the files.</param>
    /// <param name="files">What the disk held.</param>
    /// <param name="last">Number of the last entry that was shown; 0 for none. The hub had confirmed nothing above it.</param>
    public (CutFinding Finding, string Detail) Judge(string folder, IReadOnlyDictionary<string, byte[]> files, long last)
    {
        foreach (var (name, bytes) in files)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        try
        {
            var path = Path.Combine(folder, PowerCutWriter.JournalFile);
            using var journal = Journal.Open(path, Some.Device);
            var judged = Judge(journal, last);
            return judged.Finding == CutFinding.Whole ? JudgeStructure(path) : judged;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return (CutFinding.Unreadable, error.Message);
        }
    }

    (CutFinding Finding, string Detail) Judge(Journal journal, long last)
    {
        if (journal.Written < last)
            return (CutFinding.Lost, $"{last} shown, {journal.Written} there");
        if (journal.Released > last)
            return (CutFinding.ReleasedTooFar, $"{journal.Released} released, {last} shown");
        var records = journal.Read(new(1, journal.Written));
        if (journal.Start.Before > journal.Released)
            return (CutFinding.Lost, $"{journal.Start.Before} purged, {journal.Released} confirmed");
        if (records.Count < journal.Written - journal.Start.Before)
            return (CutFinding.Lost, $"{journal.Written} written, {journal.Start.Before} purged, {records.Count} there");
        if (ChainRule.FirstBroken(journal.Start.Link, records) is { } broken)
            return (CutFinding.Changed, $"the chain does not hold at {broken.Key.Seq}");
        if (records.FirstOrDefault(record => record.Key.Seq <= last && !IsAsShown(record)) is { } changed)
            return (CutFinding.Changed, $"entry {changed.Key.Seq} is another");
        var next = journal.Append(Some.Record(journal.Written + 1), boot => new(boot, TimeSpan.Zero, Some.Moment, ClockQuality.Synced));
        return journal.Read(new(next.Key.Seq, next.Key.Seq)) is [_] ? (CutFinding.Whole, "") : (CutFinding.Lost, "the next entry is not there");
    }

    // The start of a gate checks what it relies on; a page that nobody has read yet must be good all the same.
    static (CutFinding Finding, string Detail) JudgeStructure(string path)
    {
        using var store = SqliteStore.OpenReader(path);
        var found = store.Scalar<string>("PRAGMA quick_check(1)");
        return string.Equals(found, "ok", StringComparison.Ordinal) ? (CutFinding.Whole, "") : (CutFinding.Unreadable, $"{found}");
    }

    bool IsAsShown(WireRecord record) => string.Equals(shown[record.Key.Seq], record.Hash.Hex, StringComparison.Ordinal);
}
