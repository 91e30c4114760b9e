namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary>A reading is on disk.</summary>
/// <param name="Entry">Number of its own entry.</param>
sealed record ClinicalReply(long Entry);
