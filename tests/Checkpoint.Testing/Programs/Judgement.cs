using Checkpoint.Journaling;

namespace Checkpoint.Testing.Programs;

/// <summary>Holds what boxes wrote against what the hub has, entry by entry.</summary>
/// <param name="Journaled">Passages that ended in the journals.</param>
/// <param name="Acknowledged">Those that the hub has confirmed.</param>
/// <param name="InLedger">Passages that ended in the ledger.</param>
/// <param name="Missing">Journal entries that the ledger lacks.</param>
/// <param name="Duplicate">Ledger rows too many: the same entry again, or one that no journal has.</param>
public sealed record Judgement(long Journaled, long Acknowledged, long InLedger, long Missing, long Duplicate)
{
    /// <summary>Nothing seen.</summary>
    public static Judgement None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Judges one box.</summary>
    /// <param name="journal">Its journal.</param>
    /// <param name="released">Highest entry that it has released.</param>
    /// <param name="ledger">The hub's rows of this box.</param>
    public static Judgement Of(IReadOnlyList<JournalRow> journal, long released, IReadOnlyList<JournalRow> ledger)
    {
        var written = journal.Select(Identity).ToHashSet();
        var stored = ledger.Select(Identity).ToHashSet();
        return new(
            Passages(journal),
            Passages(journal.Where(row => row.Key.Seq <= released)),
            Passages(ledger),
            written.Count(entry => !stored.Contains(entry)),
            ledger.Count - stored.Count(written.Contains));
    }

    /// <summary>Two boxes together.</summary>
    public static Judgement operator +(Judgement left, Judgement right) => new(
        left.Journaled + right.Journaled,
        left.Acknowledged + right.Acknowledged,
        left.InLedger + right.InLedger,
        left.Missing + right.Missing,
        left.Duplicate + right.Duplicate);

    /// <summary>Two boxes together.</summary>
    public static Judgement Add(Judgement left, Judgement right) => left + right;

    /// <summary>Whether exactly so many passages are everywhere, none missing and none doubled.</summary>
    public bool IsWhole(long passages) => this == new Judgement(passages, passages, passages, 0, 0);

    /// <summary>The closing line.</summary>
    public string Line(long passages) =>
        $"{passages} passages, {Journaled} journaled, {Acknowledged} acknowledged, {InLedger} in the ledger, {Missing} missing, {Duplicate} duplicate";

    static (EntryKey Key, EntryHash Hash) Identity(JournalRow row) => (row.Key, row.Hash);

    static long Passages(IEnumerable<JournalRow> rows) => rows.Where(row => row.IsFinal).Select(row => row.Passage).Distinct().Count();
}
