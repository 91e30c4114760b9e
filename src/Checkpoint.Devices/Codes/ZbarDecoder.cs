using Checkpoint.Devices.Native;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>Reads QR codes with zbar (<c>libzbar.so.0</c>; Debian package libzbar0, from Debian 13 on libzbar0t64).</summary>
/// <remarks>
/// Codes printed light on dark are not read: looking for them doubles the time of every empty frame, 30 ms at 1280×720.
/// Not thread-safe.
/// </remarks>
public sealed class ZbarDecoder : IQrDecoder
{
    /// <summary>Codes read before the scanner is made anew: each leaks about 0.3 kB in zbar 0.23 (mchehab/zbar issue 258).</summary>
    internal const int ReadsPerScanner = 50;

    Zbar.ZbarScannerHandle scanner = Zbar.CreateScanner();
    Zbar.ZbarImageHandle image = Zbar.CreateImage();
    byte[] packed = [];

    /// <summary>True if the library can be loaded.</summary>
    public static bool IsInstalled => Zbar.IsInstalled;

    /// <inheritdoc/>
    public string Name { get; } = $"zbar {Zbar.Version()}";

    /// <summary>Codes read with the present scanner, 0 … <see cref="ReadsPerScanner"/> − 1.</summary>
    internal int Reads { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public Symbol? Decode(in GreyFrame frame)
    {
        if (Zbar.Scan(scanner, image, Pack(frame), frame.Width, frame.Height) is not { } code)
            return null;
        if (++Reads == ReadsPerScanner)
            Renew();
        return new(code.Bytes, code.IsPart);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        image.Dispose(); // first: its codes belong to the scanner
        scanner.Dispose();
    }

    void Renew()
    {
        Dispose();
        scanner = Zbar.CreateScanner();
        image = Zbar.CreateImage();
        Reads = 0;
    }

    // zbar knows no stride.
    ReadOnlySpan<byte> Pack(in GreyFrame frame)
    {
        var rows = PixelRows.Of(frame);
        if (frame.Stride == frame.Width)
            return rows;
        var length = frame.Width * frame.Height;
        if (packed.Length < length)
            packed = new byte[length];
        for (var y = 0; y < frame.Height; y++)
            rows.Slice(y * frame.Stride, frame.Width).CopyTo(packed.AsSpan(y * frame.Width));
        return packed.AsSpan(0, length);
    }
}
