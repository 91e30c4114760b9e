namespace Checkpoint.Devices.Gpio;

/// <summary>An output: a lamp, a buzzer, a relay.</summary>
public sealed class GpioOutputOptions
{
    /// <summary>Its number on the chip, 0 … 511; on a Raspberry Pi the BCM number. No default.</summary>
    public int? Line { get; set; }

    /// <summary>Whether it is on while the line is low, as most relay boards are. Default false.</summary>
    public bool ActiveLow { get; set; }

    /// <summary>How the line is driven: <c>PushPull</c>, <c>OpenDrain</c> or <c>OpenSource</c>. Default push-pull.</summary>
    public GpioDrive Drive { get; set; } = GpioDrive.PushPull;
}
