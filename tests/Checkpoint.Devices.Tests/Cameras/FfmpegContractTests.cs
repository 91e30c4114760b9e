using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Cameras;

/// <summary>With the real ffmpeg, and a film of a minute that is made for each test.</summary>
public sealed class FfmpegContractTests : CameraContractTests, IDisposable
{
    static readonly CameraWish Wish = new(Width, Height, 10, TimeSpan.FromSeconds(20));

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override async Task<CameraStand> OpenAsync(GreyFrame picture, CancellationToken cancel)
    {
        await using (var png = File.Create(folder.File("frame.png")))
            GreyPng.Write(png, picture);
        var film = folder.File("film.mkv");
        await JpegPictures.RunAsync(cancel, "-loop", "1", "-framerate", "10", "-t", "60", "-i", folder.File("frame.png"), "-c:v", "mjpeg", film);
        VideoSource.TryRead(film, out var source).ShouldBeTrue();
        return new PipeStand(Ffmpeg.Start(source, Wish));
    }
}
