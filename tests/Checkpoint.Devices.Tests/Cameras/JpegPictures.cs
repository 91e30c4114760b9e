using System.Diagnostics;
using Checkpoint.Devices.Native;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Cameras;

/// <summary>Pictures as a camera's own chip writes them, made by ffmpeg.</summary>
static class JpegPictures
{
    /// <summary>A frame as a JPEG picture; the test is skipped by name where it cannot be made or read.</summary>
    public static async Task<byte[]> MakeAsync(GreyFrame frame, CancellationToken cancel)
    {
        Assert.SkipUnless(TurboJpeg.IsInstalled, "no libturbojpeg0");
        using var folder = new TemporaryFolder();
        await using (var png = File.Create(folder.File("frame.png")))
            GreyPng.Write(png, frame);
        await RunAsync(cancel, "-i", folder.File("frame.png"), "-pix_fmt", "yuvj422p", "-q:v", "2", folder.File("frame.jpg"));
        return await File.ReadAllBytesAsync(folder.File("frame.jpg"), cancel);
    }

    /// <summary>Runs ffmpeg; the test is skipped by name where there is none.</summary>
    public static async Task RunAsync(CancellationToken cancel, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-loglevel", "error", .. arguments]))!;
            await process.WaitForExitAsync(cancel);
            process.ExitCode.ShouldBe(0);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("no ffmpeg");
        }
    }
}
