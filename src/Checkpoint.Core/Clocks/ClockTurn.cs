namespace Checkpoint.Clocks;

/// <summary>What happened to the gate's time. Published: never renumber or rename.</summary>
public enum ClockTurn
{
    /// <summary>Nothing; the zero value, never produced.</summary>
    None = 0,

    /// <summary>It became better known: a time server or a battery-backed clock answers for it now, or it is possible at all where it was not.</summary>
    Set = 1,

    /// <summary>The system's clock was set to another time while nothing answered for it; the gate follows.</summary>
    Stepped = 2,

    /// <summary>The system's clock left the time that a time server had set; the gate does not follow.</summary>
    Refused = 3,

    /// <summary>A time server contradicts the earlier one for so long that the gate follows it.</summary>
    Yielded = 4,
}
