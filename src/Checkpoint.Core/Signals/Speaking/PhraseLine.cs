using System.Collections.Immutable;
using Checkpoint.Policies;

namespace Checkpoint.Signals.Speaking;

/// <summary>One line of the table of phrases.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Words">How it is said.</param>
/// <param name="Kind">The signal that it is said with; null for one that only a technician hears.</param>
/// <param name="Reasons">The reasons that it is about.</param>
sealed record PhraseLine(Phrase Phrase, Words Words, SignalKind? Kind, ImmutableArray<Reason> Reasons);
