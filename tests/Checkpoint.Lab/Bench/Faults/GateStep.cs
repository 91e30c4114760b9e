namespace Checkpoint.Lab.Bench.Faults;

/// <summary>What a gate times of itself.</summary>
enum GateStep
{
    /// <summary>The machine's time to decide: <c>checkpoint_decision_seconds</c>.</summary>
    Decision,

    /// <summary>The journal's time to have an entry on disk: <c>checkpoint_commit_seconds</c>.</summary>
    Commit,

    /// <summary>From the input that completed a check to the light, commit included: <c>checkpoint_sample_to_signal_seconds</c>.</summary>
    Signal,
}
