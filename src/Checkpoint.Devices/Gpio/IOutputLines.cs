namespace Checkpoint.Devices.Gpio;

/// <summary>The lines of an indicator. Disposing gives them back.</summary>
interface IOutputLines : IDisposable
{
    /// <summary>Switches all of them at once.</summary>
    /// <param name="on">What is on; the rest is off.</param>
    /// <exception cref="IOException">The chip is gone.</exception>
    void Set(IndicatorLines on);
}
