using Checkpoint.Carrying;
using QRCoder;

namespace Checkpoint.Edge.Carrying;

/// <summary>A code of the sequence as a picture, with the margin of four modules that readers need (ISO/IEC 18004, 5.3.8).</summary>
static class CodePicture
{
    /// <summary>Dots a module on a screen of 480 lines: 105 modules with the margin take 420.</summary>
    public const int ScreenPixels = 4;

    /// <summary>Dots a module of a picture to be shown elsewhere.</summary>
    public const int PrintPixels = 8;

    /// <summary>
    /// Draws it, at level L: a screen has no dirt and no folds, and the sequence comes round again. One code in a row of a single one may be
    /// smaller; of several, all have the same version, so that they do not jump.
    /// </summary>
    public static byte[] Png(CarryCode code, int pixels)
    {
        using var drawn = QRCodeGenerator.GenerateQrCode(
            code.Text, QRCodeGenerator.ECCLevel.L, requestedVersion: code.Of == 1 ? -1 : CarryCode.QrVersion);
        using var png = new PngByteQRCode(drawn);
        return png.GetGraphic(pixels);
    }
}
