namespace Checkpoint.Devices.Gpio;

/// <summary>An input: a button, a light beam, a motion sensor.</summary>
public sealed class GpioInputOptions
{
    /// <summary>Its number on the chip, 0 … 511; on a Raspberry Pi the BCM number. No default.</summary>
    public int? Line { get; set; }

    /// <summary>Whether low means pressed, broken, moving: so with a button to ground. Default false.</summary>
    public bool ActiveLow { get; set; }

    /// <summary>What the line reads when nothing drives it: <c>AsIs</c>, <c>PullUp</c>, <c>PullDown</c> or <c>None</c>. Default as it is.</summary>
    public GpioBias Bias { get; set; } = GpioBias.AsIs;
}
