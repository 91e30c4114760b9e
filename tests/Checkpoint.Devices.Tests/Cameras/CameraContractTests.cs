using Checkpoint.Devices.Codes;

namespace Checkpoint.Devices.Cameras;

/// <summary>What every camera owes the gate.</summary>
public abstract class CameraContractTests
{
    protected const int Width = 640;
    protected const int Height = 480;

    const string Text = "GP1:HELD-BEFORE-THE-CAMERA";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frame_has_the_pixels_that_its_shape_says()
    {
        await using var stand = await OpenAsync();

        var frame = await stand.Camera.NextAsync(Cancel);

        (frame.Width, frame.Height).ShouldBe((Width, Height));
        byte[] packed = [];
        PixelRows.Pack(frame, ref packed).Length.ShouldBe(Width * Height);
    }

    [Fact]
    public async Task A_code_held_before_it_is_read()
    {
        await using var stand = await OpenAsync();

        (await CodeFrames.ReadAsync(stand.Camera, Cancel)).ShouldBe(Text);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled_and_begins_again()
    {
        await using var stand = await OpenAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await stand.Camera.NextAsync(end.Token);

        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => stand.Camera.NextAsync(end.Token).AsTask());
        (await stand.Camera.NextAsync(Cancel)).Width.ShouldBe(Width);
    }

    [Fact]
    public async Task A_camera_that_is_taken_away_is_gone()
    {
        await using var stand = await OpenAsync();
        await stand.Camera.NextAsync(Cancel);

        await stand.UnplugAsync();

        await Should.ThrowAsync<IOException>(() => WatchAsync(stand.Camera));
    }

    /// <summary>A camera that has the picture before it.</summary>
    private protected abstract Task<CameraStand> OpenAsync(GreyFrame picture, CancellationToken cancel);

    async Task<CameraStand> OpenAsync() => await OpenAsync(await CodeFrames.MakeAsync(Text, Width, Height, Cancel), Cancel);

    static async Task WatchAsync(ICamera camera)
    {
        for (var look = 0; look < 1000; look++)
            await camera.NextAsync(Cancel);
    }
}
