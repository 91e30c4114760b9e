using System.Globalization;

namespace Checkpoint.Devices.Cameras;

/// <summary>A camera on the network, or a film, through <c>ffmpeg</c> (ffmpeg(1), ffmpeg-protocols(1)), which makes it grey and of one size.</summary>
/// <remarks>
/// Whoever may list this machine's processes sees ffmpeg's arguments and with them the camera's password: give it a user who may do nothing
/// but look.
/// </remarks>
static class Ffmpeg
{
    /// <summary>The program.</summary>
    public const string Program = "ffmpeg";

    /// <summary>How it is started.</summary>
    public static PipeProgram Start(VideoSource source, CameraWish wish, string program = Program) => new(
        program,
        [
            "-nostdin", "-hide_banner", "-loglevel", "error",
            .. source.IsFile ? OfFile : OfNetwork,
            "-i", source.Address,
            "-an", "-sn", "-dn",
            "-vf", Filter(wish),
            "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1",
        ],
        "install ffmpeg",
        source.Name,
        wish.Width,
        wish.Height,
        0)
    { Secrets = source.Secrets };

    static ReadOnlySpan<string> OfFile => new[] { "-protocol_whitelist", "file", "-re" };

    static ReadOnlySpan<string> OfNetwork => new[]
    {
        "-protocol_whitelist", "rtsp,rtsps,rtp,tcp,tls,udp,crypto", "-rtsp_transport", "tcp", "-fflags", "nobuffer", "-flags", "low_delay",
    };

    // The picture keeps its shape, with black beside it: a stretched code is harder to read.
    static string Filter(CameraWish wish) => string.Create(
        CultureInfo.InvariantCulture,
        $"fps={wish.FramesPerSecond},scale={wish.Width}:{wish.Height}:force_original_aspect_ratio=decrease,pad={wish.Width}:{wish.Height}:(ow-iw)/2:(oh-ih)/2");
}
