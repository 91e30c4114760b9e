using System.Runtime.InteropServices;
using Checkpoint.Devices.Codes;

namespace Checkpoint.Devices.Native;

/// <summary>The calls of zbar 0.23 that we use. Source: zbar.h, Debian package libzbar-dev.</summary>
/// <remarks>
/// The result cache (<c>zbar_image_scanner_enable_cache</c>) is left out on purpose: with it, one part of a structured-append set held
/// before the camera aborts the process (mchehab/zbar issue 315).
/// </remarks>
static partial class Zbar
{
    const string Library = "libzbar.so.0";
    const int AllSymbologies = 0;
    const int Partial = 1;
    const int QrCode = 64;
    const int ConfigEnable = 0;
    const int ConfigBinary = 4;
    const int ConfigTestInverted = 0x81;
    const uint MaxCorners = 16;
    const uint GreyFourCc = 0x30303859; // "Y800"

    /// <summary>True if the library can be loaded.</summary>
    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary>The library's version, such as 0.23.92.</summary>
    public static string Version()
    {
        _ = zbar_version(out var major, out var minor, out var patch);
        return $"{major}.{minor}.{patch}";
    }

    /// <summary>Makes a scanner that looks for QR codes only and leaves their bytes as they are.</summary>
    /// <param name="inverted">Whether it also looks for light on dark, which takes twice the time.</param>
    public static ZbarScannerHandle CreateScanner(bool inverted)
    {
        var scanner = zbar_image_scanner_create();
        if (scanner.IsInvalid)
            throw new InvalidOperationException("zbar made no scanner.");
        Configure(scanner, AllSymbologies, ConfigEnable, 0);
        Configure(scanner, QrCode, ConfigEnable, 1);
        Configure(scanner, QrCode, ConfigBinary, 1);
        Configure(scanner, AllSymbologies, ConfigTestInverted, inverted ? 1 : 0);
        return scanner;
    }

    /// <summary>Makes an image without pixels.</summary>
    public static ZbarImageHandle CreateImage()
    {
        var image = zbar_image_create();
        if (image.IsInvalid)
            throw new InvalidOperationException("zbar made no image.");
        zbar_image_set_format(image, new CULong(GreyFourCc));
        return image;
    }

    /// <summary>Scans rows without gaps between them.</summary>
    /// <returns>The first code, or null if there is none.</returns>
    public static unsafe LibraryCode? Scan(
        ZbarScannerHandle scanner, ZbarImageHandle image, ReadOnlySpan<byte> packed, int width, int height)
    {
        fixed (byte* pixels = packed)
        {
            zbar_image_set_size(image, (uint)width, (uint)height);
            zbar_image_set_data(image, pixels, new CULong((uint)packed.Length), 0);
            try
            {
                return zbar_scan_image(scanner, image) >= 0
                    ? FirstCode(image)
                    : throw new InvalidOperationException("zbar refused the image.");
            }
            finally
            {
                zbar_image_set_data(image, null, default, 0); // the pixels are pinned for this call only
            }
        }
    }

    static unsafe LibraryCode? FirstCode(ZbarImageHandle image)
    {
        for (var symbol = zbar_image_first_symbol(image); symbol != 0; symbol = zbar_symbol_next(symbol))
        {
            var type = zbar_symbol_get_type(symbol);
            if (type is QrCode or Partial)
            {
                var length = checked((int)zbar_symbol_get_data_length(symbol));
                var bytes = new ReadOnlySpan<byte>(zbar_symbol_get_data(symbol), length).ToArray();
                return new(new(bytes, type == Partial), PlaceOf(symbol));
            }
        }

        return null;
    }

    static FrameRegion PlaceOf(nint symbol)
    {
        Span<(int X, int Y)> corners = stackalloc (int, int)[(int)Math.Min(MaxCorners, zbar_symbol_get_loc_size(symbol))];
        for (var i = 0; i < corners.Length; i++)
            corners[i] = (zbar_symbol_get_loc_x(symbol, (uint)i), zbar_symbol_get_loc_y(symbol, (uint)i));
        return corners.Length == 0 ? default : FrameRegion.Around(corners);
    }

    static void Configure(ZbarScannerHandle scanner, int symbology, int config, int value)
    {
        if (zbar_image_scanner_set_config(scanner, symbology, config, value) != 0)
            throw new NotSupportedException($"zbar refused configuration {config} of symbology {symbology}.");
    }

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_version(out uint major, out uint minor, out uint patch);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial ZbarScannerHandle zbar_image_scanner_create();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void zbar_image_scanner_destroy(nint scanner);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_image_scanner_set_config(ZbarScannerHandle scanner, int symbology, int config, int value);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial ZbarImageHandle zbar_image_create();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void zbar_image_destroy(nint image);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void zbar_image_set_format(ZbarImageHandle image, CULong fourCc);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void zbar_image_set_size(ZbarImageHandle image, uint width, uint height);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial void zbar_image_set_data(ZbarImageHandle image, byte* data, CULong length, nint cleanup);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_scan_image(ZbarScannerHandle scanner, ZbarImageHandle image);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint zbar_image_first_symbol(ZbarImageHandle image);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint zbar_symbol_next(nint symbol);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_symbol_get_type(nint symbol);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial byte* zbar_symbol_get_data(nint symbol);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint zbar_symbol_get_data_length(nint symbol);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint zbar_symbol_get_loc_size(nint symbol);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_symbol_get_loc_x(nint symbol, uint index);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int zbar_symbol_get_loc_y(nint symbol, uint index);

    /// <summary>A zbar image scanner.</summary>
    internal sealed class ZbarScannerHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            zbar_image_scanner_destroy(handle);
            return true;
        }
    }

    /// <summary>A zbar image, which also holds the codes found in it.</summary>
    internal sealed class ZbarImageHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            zbar_image_destroy(handle);
            return true;
        }
    }
}
