namespace Checkpoint.Devices.Cameras;

public sealed class V4l2CameraTests
{
    [Theory]
    [InlineData("/dev/no-such-camera", "/dev/no-such-camera: No such file")]
    [InlineData("/dev/null", "/dev/null is no video device: ")]
    public async Task A_camera_that_is_none_is_named_each_time_it_is_asked(string path, string problem)
    {
        await using var camera = new V4l2Camera(path, new(640, 480, 10, TimeSpan.FromSeconds(5)), TimeProvider.System);

        for (var look = 0; look < 3; look++)
        {
            var error = await Should.ThrowAsync<IOException>(() => camera.NextAsync(TestContext.Current.CancellationToken).AsTask());
            error.Message.ShouldStartWith(problem);
        }
    }
}
