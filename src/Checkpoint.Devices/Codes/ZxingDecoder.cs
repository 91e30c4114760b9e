using Checkpoint.Devices.Native;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>Reads QR codes with zxing-cpp 2.3 (<c>libZXing.so.3</c>; package libzxing3 of Debian 13 and Raspberry Pi OS).</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ZxingDecoder : IQrDecoder
{
    readonly Zxing.ZxingOptionsHandle options;

    /// <summary>Opens the decoder.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed, or is not of version 2.3.</exception>
    public ZxingDecoder()
    {
        if (!IsInstalled)
            throw new DllNotFoundException("zxing-cpp 2.3 (libZXing.so.3) is not here: install libzxing3 of Debian 13.");
        Name = $"zxing-cpp {Zxing.Version()}";
        options = Zxing.CreateOptions();
    }

    /// <summary>True if the library can be loaded and is of version 2.3.</summary>
    public static bool IsInstalled => Zxing.IsInstalled;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public Symbol? Decode(in GreyFrame frame) =>
        Zxing.Read(options, PixelRows.Of(frame), frame.Width, frame.Height, frame.Stride) is { } code
            ? new(code.Bytes, code.IsPart)
            : null;

    /// <inheritdoc/>
    public void Dispose() => options.Dispose();
}
