using Checkpoint.Devices.Gpio;
using Checkpoint.Devices.Native;
using Checkpoint.Passages;

namespace Checkpoint.Devices.Kernel;

/// <summary>What comes from the wires.</summary>
public sealed class GpioInputTests
{
    const int Line = 20;
    const int Other = 21;
    const GpioFlags Edges = GpioFlags.Input | GpioFlags.BothEdges;
    static readonly TimeSpan Debounce = TimeSpan.FromSeconds(1); // a busy host may stop the guest for a while within a bounce

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public GpioInputTests()
    {
        SimulatedChip.Pull(Line, up: false);
        SimulatedChip.Pull(Other, up: false);
    }

    [Fact]
    public async Task Edges_are_told_in_order_with_the_time_at_which_they_were()
    {
        using var inputs = GpioInputs.Open(Rig.Gpio, [new(Line, Edges), new(Other, Edges)], TimeSpan.Zero, out var found);
        found.Select(change => (change.Line, change.IsActive, change.IsEdge)).ShouldBe([(0, false, false), (1, false, false)]);

        foreach (var (line, pin, up) in ((int, int, bool)[])[(0, Line, true), (1, Other, true), (0, Line, false), (1, Other, false)])
        {
            var before = GpioInputs.Now;
            SimulatedChip.Pull(pin, up);
            var change = (await inputs.WaitAsync(Rig.Patience, Cancel)).ShouldHaveSingleItem();

            (change.Line, change.IsActive, change.IsEdge).ShouldBe((line, up, true));
            change.At.ShouldBeInRange(before, GpioInputs.Now);
        }
    }

    [Fact]
    public async Task An_active_low_line_is_active_while_it_is_low()
    {
        SimulatedChip.Pull(Line, up: true);
        using var inputs = GpioInputs.Open(Rig.Gpio, [new(Line, Edges | GpioFlags.ActiveLow), new(Other, Edges)], TimeSpan.Zero, out var found);
        found.ShouldAllBe(change => !change.IsActive);

        SimulatedChip.Pull(Line, up: false);

        (await inputs.WaitAsync(Rig.Patience, Cancel)).ShouldHaveSingleItem().IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData(GpioBias.PullUp, true)]
    [InlineData(GpioBias.PullDown, false)]
    public void A_line_with_nothing_on_it_is_what_its_bias_says(GpioBias bias, bool active)
    {
        using var inputs = GpioInputs.Open(Rig.Gpio, [GpioParts.Wire(new GpioInputOptions { Line = Line, Bias = bias })], TimeSpan.Zero, out var found);

        found.ShouldHaveSingleItem().IsActive.ShouldBe(active);
    }

    [Fact]
    public async Task Edges_that_found_no_room_do_not_leave_a_wrong_level_behind()
    {
        using var inputs = GpioInputs.Open(Rig.Gpio, [new(Line, Edges)], TimeSpan.Zero, out _);
        for (var i = 0; i < 10 * GpioCdev.EventBuffer; i++)
            SimulatedChip.Pull(Line, up: i % 2 == 0);
        SimulatedChip.Pull(Line, up: true);

        var last = default(LineChange);
        while (await inputs.WaitAsync(TimeSpan.Zero, Cancel) is { Count: > 0 } changes)
            last = changes[^1];

        last.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var inputs = GpioInputs.Open(Rig.Gpio, [new(Line, Edges)], TimeSpan.Zero, out _);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var waiting = inputs.WaitAsync(patience: null, end.Token);
        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_button_that_bounces_is_pressed_once_and_not_when_it_is_let_go()
    {
        var panel = new GpioPanel(Buttons(), TimeProvider.System);
        await using var actions = panel.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);

        var next = actions.MoveNextAsync().AsTask();
        await Finger.BounceAsync(Line, up: true, bounces: 6, Cancel);
        (await next).ShouldBeTrue();
        actions.Current.ShouldBe(new OperatorAction.AdmitByHand());

        next = actions.MoveNextAsync().AsTask();
        await Finger.BounceAsync(Line, up: false, bounces: 6, Cancel);
        SimulatedChip.Pull(Other, up: true);
        (await next).ShouldBeTrue();
        actions.Current.ShouldBe(new OperatorAction.Clear());
    }

    [Fact]
    public async Task A_button_that_is_jammed_admits_nobody()
    {
        SimulatedChip.Pull(Line, up: true);
        var panel = new GpioPanel(Buttons(), TimeProvider.System);
        await using var actions = panel.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);

        var next = actions.MoveNextAsync().AsTask();
        await Finger.HoldAsync(Cancel);
        SimulatedChip.Pull(Other, up: true);

        (await next).ShouldBeTrue();
        actions.Current.ShouldBe(new OperatorAction.Clear());
    }

    [Theory]
    [InlineData(Line, Other, Direction.Entry)]
    [InlineData(Other, Line, Direction.Exit)]
    public async Task Two_beams_tell_the_direction(int first, int second, Direction direction)
    {
        var presence = new GpioPresence(
            new() { Chip = Rig.Gpio, Presence = new() { Outer = In(Line), Inner = In(Other), Debounce = TimeSpan.Zero } }, TimeProvider.System);
        await using var edges = presence.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);

        var next = edges.MoveNextAsync().AsTask();
        SimulatedChip.Pull(first, up: true);
        await Finger.HoldAsync(Cancel);
        SimulatedChip.Pull(second, up: true);
        (await next).ShouldBeTrue();
        edges.Current.ShouldBe(new PresenceEdge(Present: true, direction));

        next = edges.MoveNextAsync().AsTask();
        SimulatedChip.Pull(first, up: false);
        SimulatedChip.Pull(second, up: false);
        (await next).ShouldBeTrue();
        edges.Current.ShouldBe(new PresenceEdge(Present: false, Direction: null));
    }

    [Fact]
    public async Task Somebody_who_stands_there_already_is_told_first()
    {
        SimulatedChip.Pull(Line, up: true);
        var presence = new GpioPresence(new() { Chip = Rig.Gpio, Presence = new() { Outer = In(Line) } }, TimeProvider.System);

        (await presence.WatchAsync(Cancel).FirstAsync(Cancel)).Present.ShouldBeTrue();
    }

    static GpioOptions Buttons() => new()
    {
        Chip = Rig.Gpio,
        Panel = new() { AdmitByHand = In(Line), Clear = In(Other), Debounce = Debounce },
    };

    static GpioInputOptions In(int line) => new() { Line = line };
}
