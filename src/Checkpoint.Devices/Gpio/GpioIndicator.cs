using System.ComponentModel.DataAnnotations;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// Lamps, buzzer and gate relay on the lines of a GPIO chip. Never throws into the gate: lines that are missing, taken or lost are counted and
/// asked for again. Everything is off from the first moment and after <see cref="Dispose"/>. Thread-safe. Linux, 64 bit.
/// </summary>
/// <remarks>
/// If the program is killed, what the lines do then is the chip's driver's to decide, see docs/adr/0023: wire a relay so that a resistor shuts the
/// gate, and on a Raspberry Pi set <c>dtparam=strict_gpiod</c>.
/// </remarks>
public sealed class GpioIndicator : IIndicator, IDisposable
{
    readonly IndicatorPlayer player;

    /// <summary>Takes the lines.</summary>
    /// <param name="options">What is wired; at least one output.</param>
    /// <param name="clock">What signals are played by.</param>
    /// <exception cref="ValidationException">An option is wrong, or no output is wired.</exception>
    public GpioIndicator(GpioOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var wired = GpioParts.Of(options.Indicator).Aggregate(IndicatorLines.None, (all, part) => all | part.Part);
        if (wired == IndicatorLines.None)
            throw new ValidationException($"{GpioOptions.Section}:Indicator has no output; expected at least Green and Red.");
        player = new(new(wired, options.Indicator.RelayPulse), on => GpioOutputs.Open(options.Chip, options.Indicator, on), clock);
    }

    /// <summary>What failed.</summary>
    public LineFaults Faults => player.Faults;

    /// <inheritdoc/>
    public void Show(Signal signal) => player.Show(signal);

    /// <summary>Switches everything off, shuts the gate and gives the lines back.</summary>
    public void Dispose() => player.Dispose();
}
