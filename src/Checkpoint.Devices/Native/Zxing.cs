using System.Runtime.InteropServices;
using Checkpoint.Devices.Codes;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Native;

/// <summary>The calls of zxing-cpp's C API that we use, in its version 2.3. Source: ZXingC.h, Debian package libzxing-dev 2.3.0.</summary>
/// <remarks>
/// The API changed its names before 2.3 and its <c>setFormats</c> after it under the same names, so the soname alone
/// (<c>libZXing.so.3</c> is 2.0 to 2.3) is not enough: the version is checked before the first call that could go wrong.
/// </remarks>
static partial class Zxing
{
    const string Library = "libZXing.so.3";
    const string SupportedVersion = "2.3.";
    const int Luminance = 0x01000000;
    const int PixelStride = 1;

    static readonly string[] NeededExports = [nameof(ZXing_ImageView_new_checked), nameof(_ZNK5ZXing6Result12sequenceSizeEv)];

    /// <summary>True if the library can be loaded and is of the version that these calls are for.</summary>
    public static bool IsInstalled { get; } = HasSupportedVersion();

    /// <summary>The library's version, such as 2.3.0.</summary>
    public static string Version() => Marshal.PtrToStringUTF8(ZXing_Version()) ?? "";

    /// <summary>Makes options to look for one QR code.</summary>
    /// <param name="binarizer">What parts dark from light.</param>
    /// <param name="everyWay">Whether to look in smaller copies of the picture and for light on dark too.</param>
    public static ZxingOptionsHandle CreateOptions(ZxingBinarizer binarizer, bool everyWay)
    {
        var options = ZXing_ReaderOptions_new();
        if (options.IsInvalid)
            throw new InvalidOperationException($"zxing-cpp made no options: {LastError()}");
        ZXing_ReaderOptions_setFormats(options, ZXing_BarcodeFormatFromString("QRCode"));
        ZXing_ReaderOptions_setMaxNumberOfSymbols(options, 1);
        ZXing_ReaderOptions_setTryHarder(options, true);
        ZXing_ReaderOptions_setTryRotate(options, true);
        ZXing_ReaderOptions_setTryDownscale(options, everyWay);
        ZXing_ReaderOptions_setTryInvert(options, everyWay);
        ZXing_ReaderOptions_setBinarizer(options, (int)binarizer);
        return options;
    }

    /// <summary>Reads the first code of a picture.</summary>
    /// <param name="options">What to look for.</param>
    /// <param name="rows">From the first row's start to the last row's end.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="stride">Bytes from row to row.</param>
    /// <returns>The code, or null if there is none.</returns>
    public static unsafe LibraryCode? Read(
        ZxingOptionsHandle options, ReadOnlySpan<byte> rows, int width, int height, int stride)
    {
        // The view and its result live for this call only; handles for them would be garbage on every frame.
        fixed (byte* pixels = rows)
        {
            // The check wants the last row to have its gap too, although nothing there is ever read.
            var size = rows.Length + stride - width;
            var view = ZXing_ImageView_new_checked(pixels, size, width, height, Luminance, stride, PixelStride);
            if (view == 0)
                throw new ArgumentException($"zxing-cpp refused the picture: {LastError()}", nameof(rows));
            var codes = ZXing_ReadBarcodes(view, options);
            try
            {
                // Null stands for an exception within: the picture has nothing to tell us then either.
                return codes != 0 && ZXing_Barcodes_size(codes) > 0 ? Copy(ZXing_Barcodes_at(codes, 0)) : null;
            }
            finally
            {
                ZXing_Barcodes_delete(codes);
                ZXing_ImageView_delete(view);
            }
        }
    }

    static unsafe LibraryCode Copy(nint code)
    {
        var corners = ZXing_Barcode_position(code);
        var isPart = _ZNK5ZXing6Result12sequenceSizeEv(code) >= 0;
        var bytes = ZXing_Barcode_bytes(code, out var length);
        try
        {
            return new(
                new(new ReadOnlySpan<byte>(bytes, length).ToArray(), isPart, ReadEci(code)),
                FrameRegion.Around(MemoryMarshal.Cast<ZxingPosition, (int X, int Y)>(new ReadOnlySpan<ZxingPosition>(in corners))));
        }
        finally
        {
            ZXing_free(bytes);
        }
    }

    // The first six digits of "]Q2\000026…" (AIM ITS/04-001): the assignment of the code's first segment that has one.
    static unsafe int? ReadEci(nint code)
    {
        if (!ZXing_Barcode_hasECI(code))
            return null;
        var bytes = ZXing_Barcode_bytesECI(code, out var length);
        try
        {
            var escaped = new ReadOnlySpan<byte>(bytes, length);
            return ScannerPrefix.Read(escaped).Eci;
        }
        finally
        {
            ZXing_free(bytes);
        }
    }

    static unsafe string LastError()
    {
        var message = ZXing_LastErrorMsg();
        try
        {
            return Marshal.PtrToStringUTF8((nint)message) ?? "no reason given";
        }
        finally
        {
            ZXing_free(message);
        }
    }

    static bool HasSupportedVersion() =>
        NativeLibrary.TryLoad(Library, out var library)
        && NativeLibrary.TryGetExport(library, nameof(ZXing_Version), out _)
        && Version().StartsWith(SupportedVersion, StringComparison.Ordinal)
        && NeededExports.All(name => NativeLibrary.TryGetExport(library, name, out _));

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ZXing_Version();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial byte* ZXing_LastErrorMsg();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial void ZXing_free(byte* memory);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint ZXing_BarcodeFormatFromString(string name);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial ZxingOptionsHandle ZXing_ReaderOptions_new();

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_delete(nint options);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setFormats(ZxingOptionsHandle options, uint formats);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setMaxNumberOfSymbols(ZxingOptionsHandle options, int count);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setTryHarder(
        ZxingOptionsHandle options, [MarshalAs(UnmanagedType.I1)] bool on);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setTryRotate(
        ZxingOptionsHandle options, [MarshalAs(UnmanagedType.I1)] bool on);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setTryDownscale(
        ZxingOptionsHandle options, [MarshalAs(UnmanagedType.I1)] bool on);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setTryInvert(
        ZxingOptionsHandle options, [MarshalAs(UnmanagedType.I1)] bool on);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ReaderOptions_setBinarizer(ZxingOptionsHandle options, int binarizer);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint ZXing_ImageView_new_checked(
        byte* data, int size, int width, int height, int format, int rowStride, int pixelStride);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_ImageView_delete(nint view);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ZXing_ReadBarcodes(nint view, ZxingOptionsHandle options);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ZXing_Barcodes_delete(nint codes);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ZXing_Barcodes_size(nint codes);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ZXing_Barcodes_at(nint codes, int index);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial byte* ZXing_Barcode_bytes(nint code, out int length);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial byte* ZXing_Barcode_bytesECI(nint code, out int length);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [return: MarshalAs(UnmanagedType.I1)]
    private static partial bool ZXing_Barcode_hasECI(nint code);

    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial ZxingPosition ZXing_Barcode_position(nint code);

    // int ZXing::Result::sequenceSize() const, −1 outside a set. The C API of 2.3 has no name for it, but its ZXing_Barcode is this
    // class, and a const member function takes the object as its first argument on every Linux ABI (Itanium C++ ABI, 3.1).
    [LibraryImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int _ZNK5ZXing6Result12sequenceSizeEv(nint code);

    /// <summary>The corners of a code, from the top left one clockwise as the code is read.</summary>
    [StructLayout(LayoutKind.Sequential)]
    readonly record struct ZxingPosition(int X1, int Y1, int X2, int Y2, int X3, int Y3, int X4, int Y4);

    /// <summary>What zxing-cpp looks for.</summary>
    internal sealed class ZxingOptionsHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            ZXing_ReaderOptions_delete(handle);
            return true;
        }
    }
}
