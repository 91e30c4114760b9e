namespace Checkpoint.Devices.Gpio;

/// <summary>Configuration section <c>Devices:Gpio:Panel</c>: the volunteer's buttons. What is not wired is left out.</summary>
public sealed class GpioPanelOptions
{
    /// <summary>"No phone".</summary>
    public GpioInputOptions? NoPhone { get; set; }

    /// <summary>"Registered by hand, let through".</summary>
    public GpioInputOptions? AdmitByHand { get; set; }

    /// <summary>"Stop this person, somebody will come".</summary>
    public GpioInputOptions? HoldByHand { get; set; }

    /// <summary>"Take the temperature once more".</summary>
    public GpioInputOptions? MeasureAgain { get; set; }

    /// <summary>"This person comes in".</summary>
    public GpioInputOptions? Entry { get; set; }

    /// <summary>"This person goes out".</summary>
    public GpioInputOptions? Exit { get; set; }

    /// <summary>"One more person in this vehicle": pressed once for each.</summary>
    public GpioInputOptions? Occupant { get; set; }

    /// <summary>"Whoever was here has gone".</summary>
    public GpioInputOptions? Clear { get; set; }

    /// <summary>"The health code was green".</summary>
    public GpioInputOptions? Green { get; set; }

    /// <summary>"The health code was yellow".</summary>
    public GpioInputOptions? Yellow { get; set; }

    /// <summary>"The health code was red".</summary>
    public GpioInputOptions? Red { get; set; }

    /// <summary>How long a button must be steady, 0 … 1 s. Default 20 ms.</summary>
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(20);
}
