using Checkpoint.Testing;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedCameraTests
{
    static readonly GreyFrame Picture = new(new byte[4], 2, 2, 2);
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_frame_comes_every_tenth_of_a_second()
    {
        using var camera = new SimulatedCamera(clock, 1);
        var next = camera.NextAsync(TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMilliseconds(99));
        next.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));

        (await next).Width.ShouldBe(SimulatedCamera.Width);
    }

    [Fact]
    public async Task Frames_that_nobody_took_are_dropped()
    {
        using var camera = new SimulatedCamera(clock, 1);
        clock.Advance(TimeSpan.FromSeconds(5));
        await camera.NextAsync(TestContext.Current.CancellationToken);

        var next = camera.NextAsync(TestContext.Current.CancellationToken);

        next.IsCompleted.ShouldBeFalse();
        clock.Advance(SimulatedCamera.FramePeriod);
        await next;
    }

    [Fact]
    public async Task A_picture_held_in_front_is_seen_until_it_is_taken_away()
    {
        using var camera = new SimulatedCamera(clock, 1);

        camera.Show(Picture);
        (await NextAsync(camera)).ShouldBe(Picture);
        camera.Clear();

        (await NextAsync(camera)).Width.ShouldBe(SimulatedCamera.Width);
    }

    [Fact]
    public async Task Empty_frames_differ_from_each_other_but_not_from_seed_to_seed()
    {
        using var camera = new SimulatedCamera(clock, 9);
        using var twin = new SimulatedCamera(clock, 9);

        var first = (await NextAsync(camera)).Pixels.ToArray();
        var second = (await NextAsync(camera)).Pixels.ToArray();

        first.ShouldNotBe(second);
        (await NextAsync(twin)).Pixels.ToArray().ShouldBe(first);
    }

    [Fact]
    public async Task Whoever_waits_at_a_closed_camera_is_told()
    {
        var camera = new SimulatedCamera(clock, 1);
        var next = camera.NextAsync(TestContext.Current.CancellationToken);

        camera.Dispose();

        await Should.ThrowAsync<IOException>(async () => await next);
    }

    async Task<GreyFrame> NextAsync(SimulatedCamera camera)
    {
        clock.Advance(SimulatedCamera.FramePeriod);
        return await camera.NextAsync(TestContext.Current.CancellationToken);
    }
}
