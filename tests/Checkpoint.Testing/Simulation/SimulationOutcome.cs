namespace Checkpoint.Testing.Simulation;

/// <summary>How a simulated world fared.</summary>
/// <param name="Seed">Which.</param>
/// <param name="Broken">The invariant that does not hold, or null if all do.</param>
/// <param name="Trace">What happened, oldest first, if it was asked for.</param>
/// <param name="Faults">What went wrong in it, as far as it was needed.</param>
public sealed record SimulationOutcome(ulong Seed, string? Broken, IReadOnlyList<string> Trace, IReadOnlyList<string> Faults);
