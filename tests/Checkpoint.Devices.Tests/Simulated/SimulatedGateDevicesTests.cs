using Checkpoint.Passages;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedGateDevicesTests : GateDevicesContract
{
    readonly SimulatedIndicator indicator = new();
    readonly SimulatedPresence presence = new();
    readonly SimulatedPanel panel = new();

    private protected override IIndicator Indicator => indicator;

    private protected override IPresenceSensor Presence => presence;

    private protected override IOperatorPanel Panel => panel;

    private protected override async Task SeeAsync(LightColour colour, CancellationToken cancel)
    {
        while ((await indicator.LookAsync(cancel)).Light.Colour != colour)
        {
        }
    }

    private protected override Task MoveAsync(bool isComing, CancellationToken cancel) =>
        presence.SenseAsync(new(isComing, Direction: null), cancel).AsTask();

    private protected override Task PressAsync(OperatorAction action, CancellationToken cancel) => panel.PressAsync(action, cancel).AsTask();
}
