using System.Globalization;

namespace Checkpoint.Devices.Cameras;

/// <summary>
/// A Raspberry Pi's own camera through libcamera's program <c>rpicam-vid</c> (rpicam-apps, "yuv420"): planes of luma and colour, 3/2 bytes a
/// pixel.
/// </summary>
/// <remarks>
/// The program writes rows as long as the image processor makes them. A Raspberry Pi 0 to 4 makes them a multiple of 64 bytes
/// (raspberrypi/linux pull request 4419), a Raspberry Pi 5 a multiple of 128 in this format (raspberrypi/libpisp,
/// <c>compute_optimal_stride</c>: 64 for the planes of colour, which are half as wide). Where the width is a multiple of
/// <see cref="WidthStep"/> no row has a gap on any of them.
/// </remarks>
static class Rpicam
{
    /// <summary>The program.</summary>
    public const string Program = "rpicam-vid";

    /// <summary>What a width is a multiple of, so that no row has a gap.</summary>
    public const int WidthStep = 128;

    /// <summary>How it is started for the first camera.</summary>
    public static PipeProgram Start(CameraWish wish, string program = Program) => new(
        program,
        [
            "--nopreview", "--verbose", "0", "--timeout", "0", "--flush",
            "--codec", "yuv420",
            "--width", Number(wish.Width), "--height", Number(wish.Height),
            "--framerate", Number(wish.FramesPerSecond),
            "--output", "-",
        ],
        "install rpicam-apps of Raspberry Pi OS",
        "The Raspberry Pi's camera",
        wish.Width,
        wish.Height,
        wish.Width * wish.Height / 2);

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
