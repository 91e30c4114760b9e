using Checkpoint.Testing;

namespace Checkpoint.Devices.Cameras;

/// <summary>What a program that writes frames can do wrong.</summary>
public sealed class PipeCameraTests : IDisposable
{
    static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_program_that_is_not_installed_is_named_with_its_package()
    {
        await using var camera = new PipeCamera(Rpicam.Start(new(640, 480, 10, Stall), "rpicam-vid-of-no-machine"), Stall, TimeProvider.System);

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(camera));

        error.Message.ShouldContain("rpicam-vid-of-no-machine cannot be started");
        error.Message.ShouldEndWith("install rpicam-apps of Raspberry Pi OS.");
    }

    [Fact]
    public async Task A_program_that_ends_says_why_and_is_started_again()
    {
        await using var camera = Open("""printf 'abcdEFGH'; echo "no cameras available" >&2; exit 3""");

        (await NextAsync(camera)).ShouldBe("EFGH");
        var error = await Should.ThrowAsync<IOException>(() => NextAsync(camera));

        error.Message.ShouldBe("The camera: bash ended with 3. It said: no cameras available");
        camera.ProcessId.ShouldBeNull();
        (await NextAsync(camera)).ShouldBe("EFGH");
    }

    [Fact]
    public async Task Half_a_frame_is_none()
    {
        await using var camera = Open("printf 'ab'");

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(camera));

        error.Message.ShouldBe("The camera: bash ended with 0.");
    }

    [Fact]
    public async Task A_program_that_writes_nothing_more_has_stalled_and_is_ended()
    {
        await using var camera = Open("printf 'abcd'; echo 'frame timeout' >&2; exec sleep 1000");
        (await NextAsync(camera)).ShouldBe("abcd");
        var id = camera.ProcessId.ShouldNotBeNull();

        var next = camera.NextAsync(Cancel).AsTask();
        clock.Advance(Stall);

        (await Should.ThrowAsync<IOException>(() => next)).Message.ShouldStartWith("The camera has given no picture for 20 s.");
        Programs.IsThere(id).ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_is_given_longer_for_its_first_frame()
    {
        await using var camera = Open("exec sleep 1000", TimeSpan.FromSeconds(1));

        var next = camera.NextAsync(Cancel).AsTask();
        await Eventually.HoldsAsync(() => clock.Waiting > 0, "the camera waits for its first frame", Cancel);
        clock.Advance(PipeCamera.StartPatience - TimeSpan.FromTicks(1));
        next.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        (await Should.ThrowAsync<IOException>(() => next)).Message.ShouldStartWith("The camera has given no picture for 15 s.");
    }

    [Fact]
    public async Task Whoever_closes_the_camera_leaves_no_program_behind()
    {
        var camera = Open("sleep 1000 & printf 'abcd'; wait");
        await NextAsync(camera);
        var id = camera.ProcessId.ShouldNotBeNull();

        await camera.DisposeAsync();

        Programs.IsThere(id).ShouldBeFalse();
    }

    [Fact]
    public async Task The_gates_own_settings_are_not_handed_on()
    {
        Environment.SetEnvironmentVariable("Checkpoint__Password", "S3cret");
        await using var camera = Open("env | grep -c '^Checkpoint__' >&2; exit 1");

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(camera));

        error.Message.ShouldEndWith(" It said: 0");
    }

    [Fact]
    public async Task A_cameras_password_is_in_no_message()
    {
        VideoSource.TryRead($"rtsp://gate:S3cret@127.0.0.1:{FreePort.Next()}/live", out var source).ShouldBeTrue();
        await using var camera = new PipeCamera(Ffmpeg.Start(source, new(640, 480, 10, Stall)), Stall, TimeProvider.System);

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(camera));

        error.Message.ShouldStartWith("rtsp://127.0.0.1:");
        error.Message.ShouldContain("ffmpeg");
        error.ToString().ShouldNotContain("S3cret");
    }

    [Fact]
    public async Task A_film_that_is_not_there_is_named()
    {
        VideoSource.TryRead(folder.File("none.mkv"), out var source).ShouldBeTrue();
        await using var camera = new PipeCamera(Ffmpeg.Start(source, new(640, 480, 10, Stall)), Stall, TimeProvider.System);

        (await Should.ThrowAsync<IOException>(() => NextAsync(camera))).Message.ShouldContain("none.mkv");
    }

    // Frames of four pixels.
    PipeCamera Open(string script, TimeSpan? stall = null)
    {
        var file = Programs.Write(folder.File("program"), "#!/bin/bash\n" + script);
        return new(new("bash", [file], "", "The camera", 2, 2, 0), stall ?? Stall, clock);
    }

    static async Task<string> NextAsync(PipeCamera camera) =>
        string.Concat((await camera.NextAsync(Cancel)).Pixels.ToArray().Select(value => (char)value));
}
