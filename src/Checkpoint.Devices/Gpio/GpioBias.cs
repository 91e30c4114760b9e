namespace Checkpoint.Devices.Gpio;

/// <summary>What an input reads when nothing is wired to it or a button is open.</summary>
public enum GpioBias
{
    /// <summary>As the chip was set at boot.</summary>
    AsIs,

    /// <summary>High: for a button to ground.</summary>
    PullUp,

    /// <summary>Low: for a button to 3.3 V.</summary>
    PullDown,

    /// <summary>Neither: the sensor drives the line itself.</summary>
    None,
}
