namespace Checkpoint.Policies;

/// <summary>What one step of a decision found.</summary>
/// <param name="Gravity">How much it weighs.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The policy's rule that found it, if one did.</param>
readonly record struct Finding(Gravity Gravity, Reason Reason, PolicyRule? Rule = null);
