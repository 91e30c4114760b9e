namespace Checkpoint.Passages.Visits;

/// <summary>Somebody with a proven pass was let through.</summary>
/// <param name="Subject">Stands for the pass: a keyed hash, known to this box alone.</param>
/// <param name="Household">Stands for its household in the same way; null if the pass names none.</param>
/// <param name="Direction">Which way.</param>
/// <param name="At">Local time; null if the clock was not to be trusted.</param>
public sealed record VisitEvent(ulong Subject, ulong? Household, Direction Direction, DateTimeOffset? At);
