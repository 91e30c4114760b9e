using System.Text;
using Checkpoint.Passes;

namespace Checkpoint.Scanning;

/// <summary>
/// From a symbol's bytes to text, or to the reason why not: strict UTF-8, else the character set that the code names (ECI), else GB 18030.
/// </summary>
/// <remarks>What scanners and encoders put around the text is taken off: an AIM identifier, ECI marks, a byte order mark, line ends.</remarks>
public static class CodeText
{
    /// <summary>The most that one QR code holds in byte mode (ISO/IEC 18004, version 40-L).</summary>
    public const int MaxBytes = 2953;

    /// <summary>The most with ECI marks, in which a backslash is written twice.</summary>
    public const int MaxMarkedBytes = 2 * MaxBytes;

    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding Gb18030 = EciMark.CodePage(54936);

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
        if (symbol.Bytes.Length > MaxMarkedBytes)
            return CodeOutcome.TooLong;

        var bytes = EciMark.Take(symbol.Bytes.Span, out var named);
        if (bytes.Length > MaxBytes)
            return CodeOutcome.TooLong;
        var read = Read(bytes, Utf8) ?? (named is null ? null : Read(bytes, named)) ?? Read(bytes, Gb18030);
        if (Clean(read) is not { } clean)
            return CodeOutcome.NotText;

        text = clean;
        return text.Length == 0 ? CodeOutcome.Empty : CodeOutcome.Valid;
    }

    static string? Read(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Spaces stay: base45 uses them. A control character anywhere but at the ends is no text.
    static string? Clean(string? read)
    {
        var text = read.AsSpan().TrimStart('\uFEFF');
        while (text is [var first, ..] && char.IsControl(first))
            text = text[1..];
        while (text is [.., var last] && char.IsControl(last))
            text = text[..^1];
        return read is null || text.ContainsAnyInRange('\0', '\x1f') || text.ContainsAnyInRange('\x7f', '\x9f') ? null : text.ToString();
    }
}
