using Checkpoint.Devices.Native;
using Checkpoint.Passages;
using Checkpoint.Passes;

namespace Checkpoint.Devices.Gpio;

/// <summary>What is wired, in the order in which its lines are asked for.</summary>
static class GpioParts
{
    /// <summary>The outputs.</summary>
    public static IReadOnlyList<(IndicatorLines Part, GpioOutputOptions Output)> Of(GpioIndicatorOptions options) => Wired<IndicatorLines, GpioOutputOptions>(
        (IndicatorLines.Green, options.Green),
        (IndicatorLines.Red, options.Red),
        (IndicatorLines.Amber, options.Amber),
        (IndicatorLines.White, options.White),
        (IndicatorLines.Buzzer, options.Buzzer),
        (IndicatorLines.Relay, options.Relay));

    /// <summary>The sensors, the outer one first.</summary>
    public static IReadOnlyList<(string Key, GpioInputOptions Input)> Of(GpioPresenceOptions options) => Wired<string, GpioInputOptions>(
        ("Presence:Outer", options.Outer),
        ("Presence:Inner", options.Inner));

    /// <summary>The buttons.</summary>
    public static IReadOnlyList<(string Key, GpioInputOptions Input)> Of(GpioPanelOptions options) =>
        [.. Buttons(options).Select(button => ($"Panel:{button.Key.Name}", button.Input))];

    /// <summary>What the buttons say, in the same order.</summary>
    public static IReadOnlyList<OperatorAction> ActionsOf(GpioPanelOptions options) => [.. Buttons(options).Select(button => button.Key.Action)];

    /// <summary>The line of an output.</summary>
    public static GpioWire Wire(GpioOutputOptions output) => new(output.Line!.Value, GpioFlags.Output | Sense(output.ActiveLow) | output.Drive switch
    {
        GpioDrive.OpenDrain => GpioFlags.OpenDrain,
        GpioDrive.OpenSource => GpioFlags.OpenSource,
        _ => GpioFlags.None,
    });

    /// <summary>The line of an input that tells of its edges.</summary>
    public static GpioWire Wire(GpioInputOptions input) => new(input.Line!.Value, GpioFlags.Input | GpioFlags.BothEdges | Sense(input.ActiveLow) | input.Bias switch
    {
        GpioBias.PullUp => GpioFlags.PullUp,
        GpioBias.PullDown => GpioFlags.PullDown,
        GpioBias.None => GpioFlags.NoPull,
        _ => GpioFlags.None,
    });

    static GpioFlags Sense(bool isActiveLow) => isActiveLow ? GpioFlags.ActiveLow : GpioFlags.None;

    static List<((string Name, OperatorAction Action) Key, GpioInputOptions Input)> Buttons(GpioPanelOptions options) => Wired<(string, OperatorAction), GpioInputOptions>(
        ((nameof(options.NoPhone), new OperatorAction.NoPhone()), options.NoPhone),
        ((nameof(options.AdmitByHand), new OperatorAction.AdmitByHand()), options.AdmitByHand),
        ((nameof(options.HoldByHand), new OperatorAction.HoldByHand()), options.HoldByHand),
        ((nameof(options.MeasureAgain), new OperatorAction.MeasureAgain()), options.MeasureAgain),
        ((nameof(options.Entry), new OperatorAction.Goes(Direction.Entry)), options.Entry),
        ((nameof(options.Exit), new OperatorAction.Goes(Direction.Exit)), options.Exit),
        ((nameof(options.Occupant), new OperatorAction.OneMoreOccupant()), options.Occupant),
        ((nameof(options.Clear), new OperatorAction.Clear()), options.Clear),
        ((nameof(options.Green), new OperatorAction.ColourSeen(HealthColour.Green)), options.Green),
        ((nameof(options.Yellow), new OperatorAction.ColourSeen(HealthColour.Yellow)), options.Yellow),
        ((nameof(options.Red), new OperatorAction.ColourSeen(HealthColour.Red)), options.Red));

    static List<(TKey Key, TLine Line)> Wired<TKey, TLine>(params (TKey Key, TLine? Line)[] all)
        where TLine : class =>
        [.. all.Where(part => part.Line is not null).Select(part => (part.Key, part.Line!))];
}
