namespace Checkpoint.Devices.Gpio;

/// <summary>Configuration section <c>Devices:Gpio:Indicator</c>: lamps, buzzer and the gate's relay. What is not wired is left out.</summary>
public sealed class GpioIndicatorOptions
{
    /// <summary>The green lamp.</summary>
    public GpioOutputOptions? Green { get; set; }

    /// <summary>The red lamp.</summary>
    public GpioOutputOptions? Red { get; set; }

    /// <summary>The amber lamp. Default none: red and green together.</summary>
    public GpioOutputOptions? Amber { get; set; }

    /// <summary>The white lamp, which asks. Default none: dark.</summary>
    public GpioOutputOptions? White { get; set; }

    /// <summary>A buzzer that sounds by itself while its line is active.</summary>
    public GpioOutputOptions? Buzzer { get; set; }

    /// <summary>The relay that lets somebody through. Default none.</summary>
    public GpioOutputOptions? Relay { get; set; }

    /// <summary>How long the relay is on for one person, 100 ms … 30 s. Default 1 s.</summary>
    public TimeSpan RelayPulse { get; set; } = TimeSpan.FromSeconds(1);
}
