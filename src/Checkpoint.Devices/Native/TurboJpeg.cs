using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Native;

/// <summary>
/// The calls of libjpeg-turbo 2 that we use, which version 3 still has: turbojpeg.h, Debian package libturbojpeg0-dev. Motion JPEG leaves
/// the usual Huffman tables out; this library knows them.
/// </summary>
static partial class TurboJpeg
{
    /// <summary>The package that has the library, in Debian 12 and 13 alike.</summary>
    public const string Package = "libturbojpeg0";

    const string Library = "libturbojpeg.so.0";
    const int Grey = 6; // TJPF_GRAY
    const int OnlyWarned = 0; // TJERR_WARNING

    /// <summary>True if the library can be loaded.</summary>
    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary>Makes a decoder.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static Decoder Open()
    {
        var decoder = tjInitDecompress();
        return decoder.IsInvalid ? throw new InvalidOperationException("libjpeg-turbo made no decoder.") : decoder;
    }

    /// <summary>Reads a picture's size.</summary>
    /// <returns>False if it is no JPEG picture.</returns>
    public static unsafe bool TryMeasure(Decoder decoder, ReadOnlySpan<byte> jpeg, out int width, out int height)
    {
        fixed (byte* bytes = jpeg)
            return tjDecompressHeader3(decoder, bytes, new((uint)jpeg.Length), out width, out height, out _, out _) == 0;
    }

    /// <summary>Reads a picture's luma. What a warning is about, such as bytes too many, is in the picture.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="jpeg">The picture, <paramref name="width"/> × <paramref name="height"/>.</param>
    /// <param name="grey">Takes the rows, without gaps.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <returns>False if it is damaged.</returns>
    public static unsafe bool TryDecode(Decoder decoder, ReadOnlySpan<byte> jpeg, Span<byte> grey, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grey.Length, width * height, nameof(grey));
        fixed (byte* bytes = jpeg, rows = grey)
        {
            var result = tjDecompress2(decoder, bytes, new((uint)jpeg.Length), rows, width, width, height, Grey, 0);
            return result == 0 || tjGetErrorCode(decoder) == OnlyWarned;
        }
    }

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial Decoder tjInitDecompress();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int tjDecompressHeader3(
        Decoder decoder, byte* jpeg, CULong length, out int width, out int height, out int sampling, out int colours);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int tjDecompress2(
        Decoder decoder, byte* jpeg, CULong length, byte* target, int width, int pitch, int height, int format, int flags);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int tjGetErrorCode(Decoder decoder);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int tjDestroy(nint decoder);

    /// <summary>A decoder of JPEG pictures. Not thread-safe.</summary>
    internal sealed class Decoder() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => tjDestroy(handle) == 0;
    }
}
