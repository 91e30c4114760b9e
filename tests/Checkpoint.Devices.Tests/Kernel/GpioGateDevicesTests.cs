using Checkpoint.Devices.Gpio;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Signals;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>Lamps, beam and buttons on real lines.</summary>
public sealed class GpioGateDevicesTests : GateDevicesContract, IDisposable
{
    const int Green = 0;
    const int Red = 1;
    const int White = 2;
    const int Beam = 3;
    const int FirstButton = 4;

    static readonly OperatorAction[] Buttons =
    [
        new OperatorAction.NoPhone(), new OperatorAction.AdmitByHand(), new OperatorAction.Clear(),
        new OperatorAction.ColourSeen(HealthColour.Green), new OperatorAction.ColourSeen(HealthColour.Yellow), new OperatorAction.ColourSeen(HealthColour.Red),
        new OperatorAction.HoldByHand(), new OperatorAction.MeasureAgain(), new OperatorAction.Goes(Direction.Entry), new OperatorAction.Goes(Direction.Exit),
        new OperatorAction.OneMoreOccupant(),
    ];

    readonly GpioIndicator indicator;

    public GpioGateDevicesTests()
    {
        for (var line = Beam; line < FirstButton + Buttons.Length; line++)
            SimulatedChip.Pull(line, up: false);
        indicator = new(Options(), TimeProvider.System);
    }

    public void Dispose() => indicator.Dispose();

    private protected override IIndicator Indicator => indicator;

    private protected override IPresenceSensor Presence { get; } = new GpioPresence(Options(), TimeProvider.System);

    private protected override IOperatorPanel Panel { get; } = new GpioPanel(Options(), TimeProvider.System);

    private protected override Task SeeAsync(LightColour colour, CancellationToken cancel) =>
        Eventually.HoldsAsync(() => Task.FromResult(Shown() == colour), $"the lamps show {colour}", Rig.Patience, cancel);

    private protected override Task MoveAsync(bool isComing, CancellationToken cancel)
    {
        SimulatedChip.Pull(Beam, isComing);
        return Task.CompletedTask;
    }

    // It lets go of the button before when it presses the next one: that one was told by then.
    private protected override async Task PressAsync(OperatorAction action, CancellationToken cancel)
    {
        for (var button = 0; button < Buttons.Length; button++)
            SimulatedChip.Pull(FirstButton + button, up: false);
        await Finger.HoldAsync(cancel);
        SimulatedChip.Pull(FirstButton + Array.IndexOf(Buttons, action), up: true);
    }

    static LightColour? Shown() => (SimulatedChip.IsHigh(Green), SimulatedChip.IsHigh(Red), SimulatedChip.IsHigh(White)) switch
    {
        (false, false, false) => LightColour.Off,
        (true, false, false) => LightColour.Green,
        (false, true, false) => LightColour.Red,
        (true, true, false) => LightColour.Amber,
        (false, false, true) => LightColour.White,
        _ => null,
    };

    static GpioOptions Options() => new()
    {
        Chip = Rig.Gpio,
        Indicator = new() { Green = new() { Line = Green }, Red = new() { Line = Red }, White = new() { Line = White } },
        Presence = new() { Outer = new() { Line = Beam }, Hold = TimeSpan.Zero },
        Panel = new()
        {
            NoPhone = In(0),
            AdmitByHand = In(1),
            Clear = In(2),
            Green = In(3),
            Yellow = In(4),
            Red = In(5),
            HoldByHand = In(6),
            MeasureAgain = In(7),
            Entry = In(8),
            Exit = In(9),
            Occupant = In(10),
        },
    };

    static GpioInputOptions In(int button) => new() { Line = FirstButton + button };
}
