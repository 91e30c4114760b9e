using Checkpoint.Signals;

namespace Checkpoint.Edge.Passages;

/// <summary>What the gate shows.</summary>
/// <param name="Signal">Light, tone and words.</param>
/// <param name="Decision">What it is about; null for a prompt.</param>
sealed record Showing(Signal Signal, ToldDecision? Decision);
