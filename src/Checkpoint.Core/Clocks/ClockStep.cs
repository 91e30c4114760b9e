namespace Checkpoint.Clocks;

/// <summary>What a look at the clocks led to.</summary>
/// <param name="Next">What is known now.</param>
/// <param name="Change">What is worth an entry, or null.</param>
public readonly record struct ClockStep(ClockState Next, ClockChange? Change);
