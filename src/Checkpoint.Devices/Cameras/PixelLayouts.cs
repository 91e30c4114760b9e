using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

/// <summary>Chooses how a camera's pixels shall lie.</summary>
static class PixelLayouts
{
    static readonly PixelLayout[] Plain = [PixelLayout.Grey, PixelLayout.Nv12, PixelLayout.Yuyv];

    /// <summary>Those that a camera offers and we can read, the best first; JPEG only if there is nothing else, as it has to be decoded.</summary>
    /// <exception cref="IOException">There is none, or only JPEG where its library is missing.</exception>
    public static IReadOnlyList<PixelLayout> Choose(IReadOnlyCollection<uint> offered)
    {
        PixelLayout[] plain = [.. Plain.Where(layout => offered.Contains((uint)layout))];
        if (plain.Length > 0)
            return plain;
        if (!offered.Contains((uint)PixelLayout.Mjpeg))
            throw new IOException($"it offers {Names(offered)}; expected GREY, NV12, YUYV or MJPG. A Raspberry Pi's own camera is of kind rpicam.");
        return TurboJpeg.IsInstalled
            ? [PixelLayout.Mjpeg]
            : throw new IOException($"it offers only JPEG pictures, and what reads them is missing: install {TurboJpeg.Package}.");
    }

    /// <summary>A format's four characters, for people.</summary>
    public static string Name(uint format) => string.Concat(Enumerable.Range(0, 4).Select(i => Printable((byte)((format >> (8 * i)) & 0xFF))));

    static string Names(IReadOnlyCollection<uint> offered) => offered.Count == 0 ? "no format" : string.Join(", ", offered.Select(Name));

    static char Printable(byte value) => value is > 0x20 and < 0x7F ? (char)value : '?';
}
