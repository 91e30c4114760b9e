using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One person's or vehicle's way through: passages are numbered anew at each start of a box.</summary>
readonly record struct PassageKey(StreamKey Stream, long Boot, long Passage);
