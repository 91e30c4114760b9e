using System.Collections.Immutable;
using Checkpoint.Journaling;

namespace Checkpoint.Ledgers;

/// <summary>What became of one record that was offered to the ledger.</summary>
/// <param name="Acceptance">What the ledger does with it.</param>
/// <param name="Position">Which entries of the journal the ledger then holds.</param>
/// <param name="Broken">Records whose link does not follow from the one before, found now that both are there.</param>
public sealed record Admission(Acceptance Acceptance, StreamPosition Position, ImmutableArray<EntryKey> Broken);
