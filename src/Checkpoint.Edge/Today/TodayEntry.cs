using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Policies;

namespace Checkpoint.Edge.Today;

/// <summary>One of today's entries as the volunteer may see it.</summary>
/// <param name="Seq">Its number in the journal.</param>
/// <param name="At">Local time.</param>
/// <param name="Passage">Number of the passage since the program started.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Verdict">What the gate said.</param>
/// <param name="Who">Masked name or ID number; empty if nothing was known.</param>
/// <param name="Epoch">The journal that it is in.</param>
sealed record TodayEntry(long Seq, DateTimeOffset At, long Passage, Direction Direction, Verdict Verdict, string Who, Epoch Epoch);
