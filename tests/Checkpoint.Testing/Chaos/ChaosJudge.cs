using System.Globalization;
using System.Text.RegularExpressions;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>
/// Compares what each gate signalled, as the recording of its light and its log say, with its journal and with what the ledger holds after
/// healing.
/// </summary>
public static class ChaosJudge
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Judges one box.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="box">The box, which runs.</param>
    /// <param name="recording">What its light showed.</param>
    /// <param name="logFile">What it printed.</param>
    /// <param name="hub">The hub, which runs.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<ChaosFinding>> JudgeAsync(
        string name, EdgePage box, string recording, string logFile, HubProgram hub, CancellationToken cancel)
    {
        var status = await box.StatusAsync(cancel);
        var journal = await box.JournalAsync(after: 0, cancel);
        var ledger = (await hub.LedgerAsync(name, cancel)).OrderBy(row => row.Key.Seq).ToList();
        // A full disk purges confirmed entries from the local log; of those the ledger's chain speaks.
        var purged = journal.Count == 0 ? 0 : journal[0].Key.Seq - 1;
        var judgement = Judgement.Of(journal, status.Released, [.. ledger.Where(row => row.Key.Seq > purged)]);
        var lives = LightBook.Lives(await File.ReadAllLinesAsync(recording, cancel));
        var (dark, unseen) = LightBook.Compare(lives, ledger.Where(row => row.Kind is not "clock")); // nobody passed when the clock was set
        var logged = Logged(await File.ReadAllTextAsync(logFile, cancel));
        var held = ledger.Select(row => row.Key.Seq).ToHashSet();
        var unlogged = logged.Count(seq => !held.Contains(seq));
        return
        [
            new(dark == 0, $"{name}: {lives.Sum(life => life.Count)} lights in {lives.Count} starts of the program, {dark} without an entry in the ledger"),
            new(unseen == 0, $"{name}: {unseen} entries in the ledger that no light showed, besides the last before a kill"),
            new(unlogged == 0, $"{name}: {logged.Count} entries in its log, {unlogged} of them not in the ledger"),
            new(judgement is { Missing: 0, Journaled: > 0 }, $"{name}: {journal.Count} entries in the journal and {purged} purged, {ledger.Count} in the ledger, {judgement.Missing} lost"),
            new(judgement.Duplicate == 0, $"{name}: {judgement.Duplicate} duplicated"),
            new(JournalRow.AreWhole(ledger), $"{name}: the chain in the ledger is whole, in one epoch, from 1 to {ledger.LastOrDefault()?.Key.Seq}"),
            new(status.Released == status.Written, $"{name}: watermark {status.Released}, written {status.Written}"),
        ];
    }

    static HashSet<long> Logged(string log) => [.. Regex.Matches(log, "\"Entry (?<seq>\\d+):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)
        .Select(match => long.Parse(match.Groups["seq"].ValueSpan, CultureInfo.InvariantCulture))];
}
