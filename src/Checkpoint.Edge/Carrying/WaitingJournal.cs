using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

/// <summary>One journal's entries that the hub has not confirmed.</summary>
/// <param name="Epoch">The journal.</param>
/// <param name="Written">Highest number in it.</param>
/// <param name="Records">The entries, ascending; read as they are asked for.</param>
sealed record WaitingJournal(Epoch Epoch, long Written, IEnumerable<WireRecord> Records);
