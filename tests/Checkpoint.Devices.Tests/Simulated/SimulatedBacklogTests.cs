using Checkpoint.Passages;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedBacklogTests
{
    readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_edge_beyond_the_backlog_waits_for_the_watcher()
    {
        var presence = new SimulatedPresence();
        var edge = new PresenceEdge(Present: true, Direction.Entry);
        for (var i = 0; i < SimulatedPresence.Backlog; i++)
            presence.SenseAsync(edge, cancel).AsTask().IsCompleted.ShouldBeTrue();

        var beyond = presence.SenseAsync(edge, cancel).AsTask();
        beyond.IsCompleted.ShouldBeFalse();
        await presence.WatchAsync(cancel).FirstAsync(cancel);

        await beyond.WaitAsync(cancel);
    }

    [Fact]
    public async Task The_action_beyond_the_backlog_waits_for_the_watcher()
    {
        var panel = new SimulatedPanel();
        for (var i = 0; i < SimulatedPanel.Backlog; i++)
            panel.PressAsync(new OperatorAction.NoPhone(), cancel).AsTask().IsCompleted.ShouldBeTrue();

        var beyond = panel.PressAsync(new OperatorAction.NoPhone(), cancel).AsTask();
        beyond.IsCompleted.ShouldBeFalse();
        await panel.WatchAsync(cancel).FirstAsync(cancel);

        await beyond.WaitAsync(cancel);
    }

    [Fact]
    public async Task The_signal_beyond_the_backlog_replaces_the_oldest()
    {
        var indicator = new SimulatedIndicator();
        for (var i = 0; i <= SimulatedIndicator.Backlog; i++)
            indicator.Show(Flash(count: i));

        var oldest = await indicator.LookAsync(cancel);

        oldest.Light.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Signals_for_somebody_else_are_forgotten()
    {
        var indicator = new SimulatedIndicator();
        indicator.Show(Flash(count: 1));
        indicator.Show(Flash(count: 2));

        indicator.LookAway();
        indicator.Show(Flash(count: 3));

        (await indicator.LookAsync(cancel)).Light.Count.ShouldBe(3);
    }

    static Signal Flash(int count) =>
        new(SignalKind.Welcome, new(LightColour.White, TimeSpan.FromSeconds(1), TimeSpan.Zero, count), TonePattern.Silent, new("", ""));
}
