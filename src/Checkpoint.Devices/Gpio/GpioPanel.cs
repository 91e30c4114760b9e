using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Checkpoint.Passages;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// The volunteer's buttons on GPIO lines: one press is one action, however long it is held. Never throws into the gate: lines that are missing, taken
/// or lost are counted and asked for again. One watcher. Linux, 64 bit.
/// </summary>
public sealed class GpioPanel : IOperatorPanel
{
    readonly LineWatch watch;
    readonly IReadOnlyList<OperatorAction> actions;

    /// <summary>Buttons whose lines are taken when they are watched.</summary>
    /// <param name="options">What is wired; at least one button.</param>
    /// <param name="clock">What the back-off goes by.</param>
    /// <exception cref="ValidationException">An option is wrong, or no button is wired.</exception>
    public GpioPanel(GpioOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        actions = GpioParts.ActionsOf(options.Panel);
        if (actions.Count == 0)
            throw new ValidationException($"{GpioOptions.Section}:Panel has no button; expected at least AdmitByHand.");
        watch = new(options.Chip, [.. GpioParts.Of(options.Panel).Select(button => GpioParts.Wire(button.Input))], options.Panel.Debounce, clock);
    }

    /// <summary>What failed.</summary>
    public LineFaults Faults => watch.Faults;

    /// <inheritdoc/>
    public async IAsyncEnumerable<OperatorAction> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var buttons = new HeldButtons(actions.Count);
        await foreach (var changes in watch.WatchAsync(() => null, cancel))
        {
            foreach (var change in changes.Where(buttons.Take))
                yield return actions[change.Line];
        }
    }
}
