namespace Checkpoint.Devices.Gpio;

/// <summary>Configuration section <c>Devices:Gpio:Presence</c>: what notices people.</summary>
public sealed class GpioPresenceOptions
{
    /// <summary>The only sensor; or of two light beams the outer one, which somebody who comes in breaks first.</summary>
    public GpioInputOptions? Outer { get; set; }

    /// <summary>The inner of two light beams, which somebody who goes out breaks first. Default none: nobody knows the direction.</summary>
    public GpioInputOptions? Inner { get; set; }

    /// <summary>How long a line must be steady, 0 … 1 s. Default 10 ms.</summary>
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long nothing must be seen until somebody has gone, 0 … 60 s: legs have gaps. Default 500 ms.</summary>
    public TimeSpan Hold { get; set; } = TimeSpan.FromMilliseconds(500);
}
