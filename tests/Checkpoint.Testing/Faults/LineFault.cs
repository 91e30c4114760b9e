namespace Checkpoint.Testing.Faults;

/// <summary>What is wrong with a line that a <see cref="FaultProxy"/> carries.</summary>
public enum LineFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Every piece comes late.</summary>
    Slow,

    /// <summary>Nothing gets to the broker.</summary>
    StalledUp,

    /// <summary>Nothing comes from the broker.</summary>
    StalledDown,

    /// <summary>Nothing moves, and nobody hangs up.</summary>
    Stalled,

    /// <summary>Every byte travels alone.</summary>
    Split,

    /// <summary>Who calls is hung up on.</summary>
    Refused,

    /// <summary>What comes from the broker is noise of the same length.</summary>
    Garbage,

    /// <summary>Who calls is told by CONNACK that the server is unavailable (MQTT 5 part 3.2.2.2, MQTT 3.1.1 part 3.2.2.3).</summary>
    Unwelcome,
}
