namespace Checkpoint.Passes.Inspecting;

/// <summary>What one step came to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">What it came to, <see cref="CodeOutcome.Valid"/> if it passed; null if an earlier step leaves nothing to judge.</param>
public sealed record PassFinding(PassStep Step, CodeOutcome? Outcome);
