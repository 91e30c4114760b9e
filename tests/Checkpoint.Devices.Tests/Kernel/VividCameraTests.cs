using Checkpoint.Devices.Cameras;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>What a camera can do wrong, done by the kernel.</summary>
[Collection(RigCollections.Vivid)]
public sealed class VividCameraTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_camera_that_chooses_another_size_is_taken_as_it_is()
    {
        await using var camera = Open();

        var frame = await camera.NextAsync(Cancel);

        (frame.Width, frame.Height).ShouldBe((320, 180)); // its smallest; 200×150 was asked for
        camera.Shape.ShouldNotBeNull().Layout.ShouldBe(PixelLayout.Grey);
        frame.Pixels.Span.ToArray().Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void It_is_found_with_what_it_offers()
    {
        var path = RigCameras.Vivid;

        var found = CameraList.Find().Single(camera => string.Equals(camera.Path, path, StringComparison.Ordinal));

        (found.Card, found.CanCapture, found.Problem).ShouldBe(("vivid", true, null));
        found.Formats.Intersect(["GREY", "YUYV"], StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_picture_that_the_driver_calls_damaged_is_left_out_and_counted()
    {
        await using var camera = Open();
        await camera.NextAsync(Cancel);

        VividControl.Ask(VividFault.Damaged);
        for (var look = 0; look < 50 && camera.Damaged == 0; look++)
            await camera.NextAsync(Cancel);

        camera.Damaged.ShouldBe(1);
        (await camera.NextAsync(Cancel)).Width.ShouldBe(320);
    }

    [Fact]
    public async Task A_stream_that_stalls_is_closed_and_opened_again()
    {
        await using var camera = Open(stallSeconds: 2);
        await camera.NextAsync(Cancel);

        VividControl.Ask(VividFault.Lost, 100);
        var error = await Should.ThrowAsync<IOException>(() => WatchAsync(camera));
        VividControl.Ask(VividFault.Lost, 0);

        error.Message.ShouldBe($"{RigCameras.Vivid} has given no picture for 2 s: look at its cable.");
        camera.Shape.ShouldBeNull();
        (await camera.NextAsync(Cancel)).Width.ShouldBe(320);
    }

    [Theory]
    [InlineData(VividFault.Broken)]
    [InlineData(VividFault.Unplugged)]
    public async Task A_camera_that_breaks_or_is_unplugged_is_gone_at_once_and_opened_again_when_it_is_back(object fault)
    {
        await using var camera = Open();
        await camera.NextAsync(Cancel);

        VividControl.Ask((VividFault)fault);
        await Should.ThrowAsync<IOException>(() => WatchAsync(camera));

        camera.Shape.ShouldBeNull();
        await Eventually.HoldsAsync(() => IsBackAsync(camera), "the camera is back", Cancel);
    }

    [Fact]
    public async Task A_stream_that_does_not_start_is_tried_again()
    {
        await using var camera = Open();
        VividControl.Ask(VividFault.NotStarting);

        var error = await Should.ThrowAsync<IOException>(() => camera.NextAsync(Cancel).AsTask());

        error.Message.ShouldContain("VIDIOC_STREAMON");
        (await camera.NextAsync(Cancel)).Width.ShouldBe(320);
    }

    [Fact]
    public async Task A_camera_that_somebody_else_uses_says_so()
    {
        await using var first = Open();
        await first.NextAsync(Cancel);
        await using var second = Open();

        var error = await Should.ThrowAsync<IOException>(() => second.NextAsync(Cancel).AsTask());

        error.Message.ShouldBe($"{RigCameras.Vivid} is used by another program: end that one.");
        (await first.NextAsync(Cancel)).Width.ShouldBe(320);
    }

    [Fact]
    public async Task Whoever_was_away_gets_a_picture_that_was_taken_after_the_buffers_were_full()
    {
        await using var camera = Open();
        await camera.NextAsync(Cancel);
        var before = camera.Number.ShouldNotBeNull();

        await PassAsync(TimeSpan.FromSeconds(4));
        await camera.NextAsync(Cancel);

        camera.Number.ShouldNotBeNull().ShouldBeGreaterThan(before + V4l2Stream.Buffers);
    }

    static V4l2Camera Open(int stallSeconds = 20) =>
        new(RigCameras.Vivid, new(200, 150, 5, TimeSpan.FromSeconds(stallSeconds)), TimeProvider.System);

    static async Task WatchAsync(V4l2Camera camera)
    {
        for (var look = 0; look < 1000; look++)
            await camera.NextAsync(Cancel);
    }

    static async Task<bool> IsBackAsync(V4l2Camera camera)
    {
        try
        {
            return (await camera.NextAsync(Cancel)).Width == 320;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The kernel goes by its own time.
    static async Task PassAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(Cancel);
    }
}
