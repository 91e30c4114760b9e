namespace Checkpoint.Devices.Gpio;

/// <summary>What can be on: lamps, buzzer, relay.</summary>
[Flags]
enum IndicatorLines
{
    /// <summary>Everything is off, and the gate is shut.</summary>
    None = 0,

    /// <summary>The green lamp.</summary>
    Green = 1,

    /// <summary>The red lamp.</summary>
    Red = 2,

    /// <summary>The amber lamp.</summary>
    Amber = 4,

    /// <summary>The white lamp.</summary>
    White = 8,

    /// <summary>The buzzer.</summary>
    Buzzer = 16,

    /// <summary>The relay that lets somebody through.</summary>
    Relay = 32,
}
