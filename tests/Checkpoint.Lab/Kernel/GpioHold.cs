using System.CommandLine;
using Checkpoint.Devices.Gpio;
using Checkpoint.Signals;

namespace Checkpoint.Lab.Kernel;

/// <summary><c>gpio-hold</c>: lets somebody through, and stays. For whoever wants to see what is left on the wires when a gate is killed.</summary>
static class GpioHold
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var chip = new Argument<string>("chip") { Description = "The chip's device file." };
        var lamp = new Argument<int>("lamp") { Description = "Line of the green lamp." };
        var relay = new Argument<int>("relay") { Description = "Line of the relay." };
        var activeLow = new Option<bool>("--active-low") { Description = "Both are on while their line is low." };
        var command = new Command("gpio-hold", "Light the green lamp and open the gate for half a minute, until killed.") { chip, lamp, relay, activeLow };
        command.SetAction((arguments, cancel) =>
        {
            var isLow = arguments.GetValue(activeLow);
            return HoldAsync(new()
            {
                Chip = arguments.GetRequiredValue(chip),
                Indicator = new()
                {
                    Green = new() { Line = arguments.GetValue(lamp), ActiveLow = isLow },
                    Relay = new() { Line = arguments.GetValue(relay), ActiveLow = isLow },
                    RelayPulse = TimeSpan.FromSeconds(30),
                },
            }, cancel);
        });
        return command;
    }

    static async Task HoldAsync(GpioOptions options, CancellationToken cancel)
    {
        using var indicator = new GpioIndicator(options, TimeProvider.System);
        indicator.Faults.Happened += (_, fault) => Console.WriteLine(fault.Error.Message);
        indicator.Show(new(SignalKind.Admit, new(LightColour.Green, TimeSpan.FromSeconds(1), TimeSpan.Zero, Count: 0), TonePattern.Silent, new("", "")));
        await new TaskCompletionSource().Task.WaitAsync(cancel);
    }
}
