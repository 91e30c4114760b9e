namespace Checkpoint.Hub.Ledgers;

/// <summary>How a passage stands decided: by the highest-numbered of its final records, so that an override counts and not what it overrode.</summary>
/// <param name="Seq">Number of the deciding record.</param>
/// <param name="Hour">Hour that it counts in.</param>
/// <param name="Direction">Direction, or <see cref="Unknown"/>.</param>
/// <param name="Verdict">Verdict, or <see cref="Unknown"/>.</param>
sealed record DecidedPassage(long Seq, long Hour, string Direction, string Verdict)
{
    /// <summary>What a direction or verdict counts as that this hub does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>As one record decides it.</summary>
    public static DecidedPassage By(LedgerRow row) =>
        new(row.Record.Key.Seq, row.Hour, row.Columns.Direction ?? Unknown, row.Columns.Verdict ?? Unknown);
}
