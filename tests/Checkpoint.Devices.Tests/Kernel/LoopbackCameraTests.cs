using Checkpoint.Devices.Cameras;

namespace Checkpoint.Devices.Kernel;

/// <summary>A code before a camera, through the kernel, in each way in which its pixels may lie.</summary>
[Collection(RigCollections.Loopback)]
public sealed class LoopbackCameraTests
{
    const int Width = 640;
    const int Height = 480;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PixelLayout.Grey)]
    [InlineData(PixelLayout.Nv12)]
    [InlineData(PixelLayout.Yuyv)]
    [InlineData(PixelLayout.Mjpeg)]
    public async Task A_code_is_read_however_its_pixels_lie(object layout)
    {
        var path = RigCameras.Loopback;
        var picture = await CameraPictures.LayOutAsync(await CodeFrames.MakeAsync($"GP1:{layout}", Width, Height, Cancel), (PixelLayout)layout, Cancel);
        await using var feed = new LoopbackFeed(path, (PixelLayout)layout, Width, Height, picture);
        await using var camera = new V4l2Camera(path, Wish(Width, Height), TimeProvider.System);

        (await CodeFrames.ReadAsync(camera, Cancel)).ShouldBe($"GP1:{layout}");

        camera.Shape.ShouldNotBeNull().Layout.ShouldBe((PixelLayout)layout);
        camera.Damaged.ShouldBe(0);
    }

    [Fact]
    public async Task A_camera_that_has_one_size_only_is_seen_in_that()
    {
        var path = RigCameras.Loopback;
        var frame = await CodeFrames.MakeAsync("GP1:SIZE", 320, 240, Cancel);
        await using var feed = new LoopbackFeed(path, PixelLayout.Grey, 320, 240, frame.Pixels.ToArray());
        await using var camera = new V4l2Camera(path, Wish(1280, 720), TimeProvider.System);

        (await CodeFrames.ReadAsync(camera, Cancel)).ShouldBe("GP1:SIZE");

        var seen = await camera.NextAsync(Cancel);
        (seen.Width, seen.Height).ShouldBe((320, 240));
    }

    [Fact]
    public async Task Pictures_that_are_all_damaged_are_left_out_until_the_camera_is_given_up()
    {
        var path = RigCameras.Loopback;
        await using var feed = new LoopbackFeed(path, PixelLayout.Mjpeg, Width, Height, new byte[5000]);
        await using var camera = new V4l2Camera(path, Wish(Width, Height), TimeProvider.System);

        var error = await Should.ThrowAsync<IOException>(() => camera.NextAsync(Cancel).AsTask());

        error.Message.ShouldBe($"{path} has given {V4l2Stream.MostDamaged + 1} damaged pictures one after another: look at its cable.");
        camera.Damaged.ShouldBe(V4l2Stream.MostDamaged + 1);
    }

    [Fact]
    public async Task A_camera_that_comes_back_is_opened_again_by_itself()
    {
        var path = RigCameras.Loopback;
        var picture = (await CodeFrames.MakeAsync("GP1:BACK", Width, Height, Cancel)).Pixels.ToArray();
        await using var camera = new V4l2Camera(path, Wish(Width, Height) with { Stall = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await using (new LoopbackFeed(path, PixelLayout.Grey, Width, Height, picture))
            (await CodeFrames.ReadAsync(camera, Cancel)).ShouldBe("GP1:BACK");

        await Should.ThrowAsync<IOException>(() => WatchAsync(camera));
        await using var feed = new LoopbackFeed(path, PixelLayout.Grey, Width, Height, picture);

        (await CodeFrames.ReadAsync(camera, Cancel)).ShouldBe("GP1:BACK");
    }

    static CameraWish Wish(int width, int height) => new(width, height, 10, TimeSpan.FromSeconds(20));

    static async Task WatchAsync(V4l2Camera camera)
    {
        for (var look = 0; look < 1000; look++)
            await camera.NextAsync(Cancel);
    }
}
