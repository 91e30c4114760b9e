using System.Text;
using Checkpoint.Passes;

namespace Checkpoint.Scanning;

/// <summary>From a symbol's bytes to text, or to the reason why not. Strict UTF-8 for now; ECI and GB 18030 come with the full reader.</summary>
public static class CodeText
{
    /// <summary>The most that one QR code holds in byte mode (ISO/IEC 18004, version 40-L).</summary>
    public const int MaxBytes = 2953;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the text of a symbol.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="text">The text if the outcome is <see cref="CodeOutcome.Valid"/>, else empty.</param>
    /// <returns><see cref="CodeOutcome.Valid"/>, or what is wrong with the symbol.</returns>
    public static CodeOutcome TryRead(Symbol symbol, out string text)
    {
        text = "";
        if (symbol.IsPart)
            return CodeOutcome.Part;
        if (symbol.Bytes.Length == 0)
            return CodeOutcome.Empty;
        if (symbol.Bytes.Length > MaxBytes)
            return CodeOutcome.TooLong;

        try
        {
            text = Strict.GetString(symbol.Bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            return CodeOutcome.NotText;
        }

        return text.Any(char.IsControl) ? CodeOutcome.NotText : CodeOutcome.Valid;
    }
}
