namespace Checkpoint.Policies;

/// <summary>What a finding weighs, from mild to grave. A recheck outranks a turning back, so that nobody is sent away with an unmeasured fever.</summary>
enum Gravity
{
    /// <summary>To be registered by hand.</summary>
    Manual,

    /// <summary>May not pass now.</summary>
    TurnBack,

    /// <summary>Measure again.</summary>
    Recheck,

    /// <summary>To the clinical thermometer.</summary>
    Refer,

    /// <summary>Wait here; call the person in charge.</summary>
    Hold,
}
