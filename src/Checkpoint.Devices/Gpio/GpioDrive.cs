namespace Checkpoint.Devices.Gpio;

/// <summary>How an output drives its line.</summary>
public enum GpioDrive
{
    /// <summary>High and low: an LED, a transistor, a relay board.</summary>
    PushPull,

    /// <summary>Low only; what is wired to it pulls it high. For boards that work on more than 3.3 V, through their own resistor.</summary>
    OpenDrain,

    /// <summary>High only; what is wired to it pulls it low.</summary>
    OpenSource,
}
