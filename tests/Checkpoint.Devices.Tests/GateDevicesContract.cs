using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Devices;

/// <summary>What light, presence sensor and buttons owe the gate, simulated or wired.</summary>
public abstract class GateDevicesContract
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // for a machine under emulation

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract IIndicator Indicator { get; }

    private protected abstract IPresenceSensor Presence { get; }

    private protected abstract IOperatorPanel Panel { get; }

    /// <summary>Looks at the light until it shows a colour.</summary>
    private protected abstract Task SeeAsync(LightColour colour, CancellationToken cancel);

    /// <summary>Somebody comes to the gate, or leaves it.</summary>
    private protected abstract Task MoveAsync(bool isComing, CancellationToken cancel);

    /// <summary>The volunteer presses a button and lets it go.</summary>
    private protected abstract Task PressAsync(OperatorAction action, CancellationToken cancel);

    [Fact]
    public async Task A_signal_is_seen_and_the_next_one_replaces_it()
    {
        using var patience = Wait();

        foreach (var colour in (LightColour[])[LightColour.Green, LightColour.Red, LightColour.Amber, LightColour.White, LightColour.Off, LightColour.Red])
        {
            Indicator.Show(Gpio.Signals.Steady(colour));
            await SeeAsync(colour, patience.Token);
        }
    }

    [Fact]
    public async Task Of_many_signals_at_once_the_last_one_stays()
    {
        using var patience = Wait();

        for (var i = 0; i < 1_000; i++)
            Indicator.Show(Gpio.Signals.Steady(i % 2 == 0 ? LightColour.Green : LightColour.Red));
        Indicator.Show(Gpio.Signals.Steady(LightColour.Amber));

        await SeeAsync(LightColour.Amber, patience.Token);
    }

    [Fact]
    public async Task Whoever_comes_and_goes_is_told_in_turn()
    {
        using var patience = Wait();
        await using var edges = Presence.WatchAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        var next = edges.MoveNextAsync();

        for (var step = 0; step < 6; step++)
        {
            var isComing = step % 2 == 0;
            await MoveAsync(isComing, patience.Token);
            (await next).ShouldBeTrue();
            edges.Current.Present.ShouldBe(isComing);
            next = edges.MoveNextAsync();
        }

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next.AsTask());
    }

    [Fact]
    public async Task Every_press_is_told_once_and_in_order()
    {
        OperatorAction[] presses =
        [
            new OperatorAction.NoPhone(), new OperatorAction.AdmitByHand(), new OperatorAction.AdmitByHand(), new OperatorAction.HoldByHand(),
            new OperatorAction.MeasureAgain(), new OperatorAction.Goes(Direction.Exit), new OperatorAction.Goes(Direction.Entry),
            new OperatorAction.OneMoreOccupant(), new OperatorAction.OneMoreOccupant(), new OperatorAction.Clear(),
            new OperatorAction.ColourSeen(HealthColour.Green), new OperatorAction.ColourSeen(HealthColour.Yellow), new OperatorAction.ColourSeen(HealthColour.Red),
        ];
        using var patience = Wait();
        await using var actions = Panel.WatchAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        var next = actions.MoveNextAsync();

        foreach (var press in presses)
        {
            await PressAsync(press, patience.Token);
            (await next).ShouldBeTrue();
            actions.Current.ShouldBe(press);
            next = actions.MoveNextAsync();
        }

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next.AsTask());
    }

    static CancellationTokenSource Wait()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        return patience;
    }
}
