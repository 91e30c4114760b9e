using System.Globalization;
using System.Text;
using QRCoder;

namespace Checkpoint.Hub.Passes;

/// <summary>A QR code at level M, drawn with the white margin of four modules that readers need (ISO/IEC 18004, 5.3.8).</summary>
sealed class QrPicture : IDisposable
{
    /// <summary>Modules of white on each side.</summary>
    public const int QuietZone = 4;

    /// <summary>The largest version of a pass: 49 modules are 0.6 mm each at 30 mm.</summary>
    public const int MaxPassVersion = 8;

    readonly QRCodeData data;

    QrPicture(QRCodeData data) => this.data = data;

    /// <summary>Version, 1 … 40.</summary>
    public int Version => data.Version;

    /// <summary>Modules on a side, without the margin.</summary>
    public int Side => data.ModuleMatrix.Count - (2 * QuietZone);

    /// <summary>Draws a code.</summary>
    /// <param name="text">What it says; capitals, digits and <c>$%*+-./:</c> take the least room.</param>
    /// <param name="maxVersion">The largest that will do.</param>
    /// <exception cref="InvalidDataException">The text needs a larger one.</exception>
    public static QrPicture Draw(string text, int maxVersion = MaxPassVersion)
    {
        var picture = new QrPicture(QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M));
        if (picture.Version <= maxVersion)
            return picture;
        var version = picture.Version;
        picture.Dispose();
        throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"内容太长：码为 {version} 版，最多 {maxVersion} 版。 Too long: the code would be version {version}, {maxVersion} at most."));
    }

    /// <summary>Whether a module is dark; counted from the upper left, without the margin.</summary>
    public bool this[int x, int y]
    {
        get => data.ModuleMatrix[y + QuietZone][x + QuietZone];
        set => data.ModuleMatrix[y + QuietZone][x + QuietZone] = value;
    }

    /// <summary>PNG, black on white.</summary>
    /// <param name="pixels">Pixels to a module.</param>
#pragma warning disable CA2000 // it would close the matrix, which is ours
    public byte[] ToPng(int pixels) => new PngByteQRCode(data).GetGraphic(pixels);
#pragma warning restore CA2000

    /// <summary>SVG, black on white, at its size on paper.</summary>
    /// <param name="millimetres">Width of the code without its margin.</param>
    public string ToSvg(double millimetres)
    {
        var whole = Side + (2 * QuietZone);
        var size = (millimetres * whole / Side).ToString("0.###", CultureInfo.InvariantCulture);
        return $"""<svg xmlns="http://www.w3.org/2000/svg" width="{size}mm" height="{size}mm" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path d="{Path()}"/></svg>""";
    }

    /// <inheritdoc/>
    public void Dispose() => data.Dispose();

    // One line for each run of dark modules: joined modules show no hairlines when printed.
    string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var run = 0;
                while (x + run < Side && this[x + run, y])
                    run++;
                if (run > 0)
                    path.Append(CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h{run}v1h-{run}z");
                x += run;
            }
        }

        return path.ToString();
    }
}
