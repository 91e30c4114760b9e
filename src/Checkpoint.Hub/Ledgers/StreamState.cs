using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What the ledger knows of one journal.</summary>
/// <param name="Position">Which entries it holds.</param>
/// <param name="Passages">Passages that are decided.</param>
/// <param name="Duplicates">Records that came again.</param>
/// <param name="Conflicts">Records that came again with another hash: a cloned or tampered box.</param>
/// <param name="Broken">Links of the hash chain that do not follow.</param>
sealed record StreamState(StreamPosition Position, long Passages, long Duplicates, long Conflicts, long Broken)
{
    /// <summary>A journal never heard of.</summary>
    public static StreamState Start { get; } = new(StreamPosition.Start, 0, 0, 0, 0);

    /// <summary>Whether its box must begin another journal.</summary>
    public bool IsDisputed => Conflicts > 0 || Broken > 0;

    /// <summary>Records held.</summary>
    public long Rows => Position.Highest - Position.MissingEntries;
}
