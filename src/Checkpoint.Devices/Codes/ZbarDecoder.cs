using Checkpoint.Devices.Native;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>Reads QR codes with zbar (<c>libzbar.so.0</c>; Debian package libzbar0, from Debian 13 on libzbar0t64).</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ZbarDecoder : IQrDecoder, ICodeLibrary
{
    /// <summary>Codes read before the scanner is made anew: each leaks about 0.3 kB in zbar 0.23 (mchehab/zbar issue 258).</summary>
    internal const int ReadsPerScanner = 50;

    Zbar.ZbarScannerHandle scanner = Zbar.CreateScanner(inverted: false);
    Zbar.ZbarScannerHandle inverting = Zbar.CreateScanner(inverted: true);
    Zbar.ZbarImageHandle image = Zbar.CreateImage();
    byte[] packed = [];

    /// <summary>True if the library can be loaded.</summary>
    public static bool IsInstalled => Zbar.IsInstalled;

    /// <inheritdoc/>
    public string Name { get; } = $"zbar {Zbar.Version()}";

    /// <summary>Codes read with the present scanner, 0 … <see cref="ReadsPerScanner"/> − 1.</summary>
    internal int Reads { get; private set; }

    // Looking for light on dark doubles the time of every empty frame, 30 ms at 1280×720, and a doubled picture takes four times as long.
    IReadOnlyList<Look> ICodeLibrary.Looks { get; } =
    [
        Look.Plain, Look.Halved, Look.Plain, Look.Inverted, Look.Plain, Look.Contrast,
        Look.Plain, Look.Halved, Look.Plain, Look.Sharpened, Look.Plain, Look.Plain,
    ];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public Symbol? Decode(in GreyFrame frame) => Read(frame, scanner)?.Symbol;

    LibraryCode? ICodeLibrary.Read(in GreyFrame frame, LibraryEffort effort) =>
        Read(frame, effort == LibraryEffort.Inverted ? inverting : scanner);

    /// <inheritdoc/>
    public void Dispose()
    {
        image.Dispose(); // first: its codes belong to the scanner
        scanner.Dispose();
        inverting.Dispose();
    }

    LibraryCode? Read(in GreyFrame frame, Zbar.ZbarScannerHandle with)
    {
        var rows = PixelRows.Pack(frame, ref packed).Span; // zbar knows no stride
        if (Zbar.Scan(with, image, rows, frame.Width, frame.Height) is not { } code)
            return null;
        if (++Reads == ReadsPerScanner)
            Renew();
        return code;
    }

    void Renew()
    {
        Dispose();
        scanner = Zbar.CreateScanner(inverted: false);
        inverting = Zbar.CreateScanner(inverted: true);
        image = Zbar.CreateImage();
        Reads = 0;
    }
}
