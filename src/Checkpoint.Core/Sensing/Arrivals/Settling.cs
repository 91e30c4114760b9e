namespace Checkpoint.Sensing.Arrivals;

/// <summary>Whether the skin of somebody who came in from elsewhere has come to rest.</summary>
public enum Settling
{
    /// <summary>At rest, or nobody comes in from the cold today.</summary>
    Settled = 0,

    /// <summary>May still be warming by more than is allowed: a reading now would be low.</summary>
    Warming = 1,

    /// <summary>Cooling by more than is allowed: a reading now would be high.</summary>
    Cooling = 2,
}
