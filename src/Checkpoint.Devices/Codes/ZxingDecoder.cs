using Checkpoint.Devices.Native;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>Reads QR codes with zxing-cpp 2.3 (<c>libZXing.so.3</c>; package libzxing3 of Debian 13 and Raspberry Pi OS).</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ZxingDecoder : IQrDecoder, ICodeLibrary
{
    readonly Zxing.ZxingOptionsHandle full;
    readonly Zxing.ZxingOptionsHandle oneThreshold;
    readonly Zxing.ZxingOptionsHandle once;
    readonly Zxing.ZxingOptionsHandle onceAtMiddle;

    /// <summary>Opens the decoder.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed, or is not of version 2.3.</exception>
    public ZxingDecoder()
    {
        if (!IsInstalled)
            throw new DllNotFoundException("zxing-cpp 2.3 (libZXing.so.3) is not here: install libzxing3 of Debian 13.");
        Name = $"zxing-cpp {Zxing.Version()}";
        full = Zxing.CreateOptions(ZxingBinarizer.LocalAverage, everyWay: true);
        oneThreshold = Zxing.CreateOptions(ZxingBinarizer.GlobalHistogram, everyWay: true);
        once = Zxing.CreateOptions(ZxingBinarizer.LocalAverage, everyWay: false);
        onceAtMiddle = Zxing.CreateOptions(ZxingBinarizer.FixedThreshold, everyWay: false);
    }

    /// <summary>True if the library can be loaded and is of version 2.3.</summary>
    public static bool IsInstalled => Zxing.IsInstalled;

    /// <inheritdoc/>
    public string Name { get; }

    // Beside a plain look, a halved one costs 0.3, contrast 1.9, sharpened 2.7 and sharpened twice 3.3 times as much (1280×720, no code):
    // so many plain ones in between keep the mean below 1.4.
    IReadOnlyList<Look> ICodeLibrary.Looks { get; } =
    [
        Look.Plain, Look.Halved, Look.Plain, Look.Contrast, Look.Plain, Look.Sharpened,
        Look.Plain, Look.Halved, Look.Plain, Look.SharpenedTwice, Look.Plain, Look.Halved,
    ];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public Symbol? Decode(in GreyFrame frame) => Read(frame, full)?.Symbol;

    LibraryCode? ICodeLibrary.Read(in GreyFrame frame, LibraryEffort effort) => Read(frame, effort switch
    {
        LibraryEffort.OneThreshold => oneThreshold,
        LibraryEffort.Once => once,
        LibraryEffort.OnceAtMiddle => onceAtMiddle,
        _ => full,
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        full.Dispose();
        oneThreshold.Dispose();
        once.Dispose();
        onceAtMiddle.Dispose();
    }

    static LibraryCode? Read(in GreyFrame frame, Zxing.ZxingOptionsHandle options) =>
        Zxing.Read(options, PixelRows.Of(frame), frame.Width, frame.Height, frame.Stride);
}
