using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One journal and what the ledger knows of it.</summary>
sealed record StreamSummary(StreamKey Stream, StreamState State);
