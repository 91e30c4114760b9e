using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// A motion sensor or light beam on a GPIO line, or two beams that tell the direction. Never throws into the gate: lines that are missing, taken or
/// lost are counted and asked for again. One watcher. Linux, 64 bit.
/// </summary>
public sealed class GpioPresence : IPresenceSensor
{
    readonly LineWatch watch;
    readonly int beams;
    readonly TimeSpan hold;

    /// <summary>A sensor whose lines are taken when it is watched.</summary>
    /// <param name="options">What is wired; at least the outer sensor.</param>
    /// <param name="clock">What the back-off goes by.</param>
    /// <exception cref="ValidationException">An option is wrong, or no sensor is wired.</exception>
    public GpioPresence(GpioOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var wired = GpioParts.Of(options.Presence);
        (beams, hold) = (wired.Count, options.Presence.Hold);
        if (beams == 0)
            throw new ValidationException($"{GpioOptions.Section}:Presence has no sensor; expected at least Outer.");
        watch = new(options.Chip, [.. wired.Select(sensor => GpioParts.Wire(sensor.Input))], options.Presence.Debounce, clock);
    }

    /// <summary>What failed.</summary>
    public LineFaults Faults => watch.Faults;

    /// <summary>Every edge from now on, in order; first of all that somebody is there already.</summary>
    public async IAsyncEnumerable<PresenceEdge> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var machine = new PresenceMachine(beams, hold);
        await foreach (var changes in watch.WatchAsync(() => machine.Due - GpioInputs.Now, cancel))
        {
            foreach (var edge in changes.SelectMany(change => machine.Take(change.Line, change.IsActive, change.At)))
                yield return edge;
            foreach (var edge in machine.Pass(GpioInputs.Now))
                yield return edge;
        }
    }
}
