namespace Checkpoint.Sensing.Sampling;

/// <summary>How far the thermometer has warmed up.</summary>
public enum Readiness
{
    /// <summary>Its die still drifts, or it was switched on a moment ago: nothing may be decided on it.</summary>
    WarmingUp = 0,

    /// <summary>Steady, but not on for the whole time: usable, and marked.</summary>
    Provisional = 1,

    /// <summary>Steady and on for long enough.</summary>
    Ready = 2,
}
