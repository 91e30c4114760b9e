namespace Checkpoint.Devices.Simulated;

/// <summary>How the wires to a simulated device can fail.</summary>
public enum WireFault
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Nobody acknowledges the address.</summary>
    NoAnswer,

    /// <summary>A bit of every other long answer is turned.</summary>
    Torn,

    /// <summary>The device acknowledges but does not drive the bus: all ones.</summary>
    Floating,
}
