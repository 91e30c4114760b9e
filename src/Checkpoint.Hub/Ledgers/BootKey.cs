using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One start of a box's program: its monotonic clock begins anew with each.</summary>
readonly record struct BootKey(StreamKey Stream, long Boot);
