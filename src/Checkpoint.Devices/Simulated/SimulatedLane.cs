using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

/// <summary>The way past the gate: lets one party at a time walk up, show what it has, look at the light and act on it.</summary>
/// <param name="devices">What the gate sees of them, and they of the gate.</param>
/// <param name="clock">What their steps run on.</param>
sealed class SimulatedLane(SimulatedDevices devices, TimeProvider clock)
{
    /// <summary>A person gives up after so many attempts.</summary>
    public const int MaxAttempts = 10;

    /// <summary>How long somebody looks at a light that tells them nothing before they leave.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static readonly TimeSpan ToThermometer = TimeSpan.FromMilliseconds(150);
    static readonly TimeSpan ToCamera = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan AwayAndBack = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan ToButton = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan ToLeaveAdmitted = TimeSpan.FromMilliseconds(400);
    static readonly TimeSpan ToLeaveTurnedBack = TimeSpan.FromMilliseconds(600);

    /// <summary>Waits on the lane's clock.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(time, clock, cancel);

    /// <summary>Lets a party arrive, go through all its members' checks, and leave.</summary>
    public async Task PassAsync(CrowdParty party, CancellationToken cancel)
    {
        await devices.Presence.SenseAsync(new(Present: true, party.Direction), cancel);
        if (party.InVehicle)
        {
            await WaitAsync(ToButton, cancel);
            await devices.Panel.PressAsync(new OperatorAction.Vehicle(party.Members.Count), cancel);
        }

        foreach (var member in party.Members)
            await PresentAsync(member, cancel);
        await devices.Presence.SenseAsync(new(Present: false, party.Direction), cancel);
    }

    async Task PresentAsync(CrowdMember member, CancellationToken cancel)
    {
        devices.Indicator.LookAway();
        await WaitAsync(ToThermometer, cancel);
        devices.Thermometer.Face(member.SurfaceAt(0), member.Thermometer);

        await WaitAsync(ToCamera, cancel);
        if (member.Code is { } code)
            devices.Camera.Show(code());
        if (member.NoPhone)
            await devices.Panel.PressAsync(new OperatorAction.NoPhone(), cancel);

        await ObeyAsync(member, cancel);
        devices.Camera.Clear();
        devices.Thermometer.Clear();
    }

    async Task ObeyAsync(CrowdMember member, CancellationToken cancel)
    {
        var admitDue = member.AdmittedByHand;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            switch (await LookAsync(member, cancel))
            {
                case LightColour.Green:
                    await WaitAsync(ToLeaveAdmitted, cancel);
                    return;
                case LightColour.Off:
                    return;
                case LightColour.Amber or LightColour.Red when admitDue:
                    admitDue = false;
                    await WaitAsync(ToButton, cancel);
                    await devices.Panel.PressAsync(new OperatorAction.AdmitByHand(), cancel);
                    break;
                case LightColour.Amber:
                    await TryAgainAsync(member, attempt, cancel);
                    break;
                default:
                    await WaitAsync(ToLeaveTurnedBack, cancel);
                    return;
            }
        }
    }

    async Task TryAgainAsync(CrowdMember member, int attempt, CancellationToken cancel)
    {
        devices.Thermometer.Clear();
        await WaitAsync(AwayAndBack, cancel);
        devices.Thermometer.Face(member.SurfaceAt(attempt), member.Thermometer);
    }

    // Green, amber or red once the gate has judged; off if it has not in all this time.
    async Task<LightColour> LookAsync(CrowdMember member, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            while (true)
            {
                var signal = await devices.Indicator.LookAsync(either.Token);
                if (IsVerdict(signal.Light))
                    return signal.Light.Colour;
                if (signal.Kind == SignalKind.WhichColour && member.Colour is { } seen)
                    await AnswerAsync(seen, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return LightColour.Off;
        }
    }

    async Task AnswerAsync(HealthColour seen, CancellationToken cancel)
    {
        await WaitAsync(ToButton, cancel);
        await devices.Panel.PressAsync(new OperatorAction.ColourSeen(seen), cancel);
    }

    // White asks, and one short green flash only says that this code was registered before.
    static bool IsVerdict(LightPattern light) =>
        light.Colour is LightColour.Amber or LightColour.Red || (light.Colour is LightColour.Green && light.Count != 1);
}
