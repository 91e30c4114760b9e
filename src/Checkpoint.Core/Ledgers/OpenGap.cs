using System.Collections.Immutable;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>Entries of a journal that the ledger lacks though it holds later ones.</summary>
/// <param name="Stream">The journal.</param>
/// <param name="Holes">The holes, lowest first; at most <see cref="Watermark.MaxMissing"/> of them are named.</param>
/// <param name="Since">Since when the lowest has stood open, in the hub's monotonic time.</param>
/// <param name="IsReported">Whether it was reported.</param>
public sealed record OpenGap(StreamKey Stream, ImmutableArray<SeqRange> Holes, TimeSpan Since, bool IsReported);
