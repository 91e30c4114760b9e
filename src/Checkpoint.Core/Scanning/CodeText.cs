using System.Text;
using Checkpoint.Passes;

namespace Checkpoint.Scanning;

/// <summary>From a symbol's bytes to text, or to the reason why not.</summary>
/// <remarks>
/// What a scanner adds is taken off: its prefix (<see cref="ScannerPrefix"/>), a byte order mark, and CR, LF, TAB and GS at either end. Then
/// strict UTF-8 is tried, then the character set that the code names, then GB 18030; most encoders name none, and some a wrong one.
/// </remarks>
public static class CodeText
{
    /// <summary>The most that one QR code holds in byte mode (ISO/IEC 18004, version 40-L).</summary>
    public const int MaxBytes = 2953;

    /// <summary>The most that a scanner sends: prefixes, and every backslash twice.</summary>
    public const int MaxSentBytes = (2 * MaxBytes) + 16;

    const byte Backslash = (byte)'\\';

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the text of a symbol.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="text">The text if the outcome is <see cref="CodeOutcome.Valid"/>, else empty.</param>
    /// <returns><see cref="CodeOutcome.Valid"/>, or what is wrong with the symbol.</returns>
    public static CodeOutcome TryRead(Symbol symbol, out string text)
    {
        text = "";
        if (symbol.IsPart)
            return CodeOutcome.Part;
        if (symbol.Bytes.Length > MaxSentBytes)
            return CodeOutcome.TooLong;

        var bytes = Clean(symbol.Bytes.Span, out var eci);
        if (bytes.Length == 0)
            return CodeOutcome.Empty;
        if (bytes.Length > MaxBytes)
            return CodeOutcome.TooLong;
        var read = TryDecode(EciEncoding.Utf8, bytes)
            ?? ((eci ?? symbol.Eci) is { } named ? TryDecode(EciEncoding.Of(named), bytes) : null)
            ?? TryDecode(EciEncoding.Gb18030, bytes);

        // What a person holds up has no control characters, and a log or a terminal could obey them.
        if (read is null || HasControls(read))
            return CodeOutcome.NotText;
        text = read;
        return CodeOutcome.Valid;
    }

    // C0, DEL and C1 (ISO/IEC 6429).
    static bool HasControls(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\x1F') || text.ContainsAnyInRange('\x7F', '\x9F');

    static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> sent, out int? eci)
    {
        var rest = TrimEnds(sent);
        var prefix = ScannerPrefix.Read(rest);
        rest = TrimEnds(rest[prefix.Length..]);
        if (rest.StartsWith(ByteOrderMark))
            rest = TrimEnds(rest[ByteOrderMark.Length..]);
        eci = prefix.Eci;
        return prefix.IsEscaped ? Unescape(rest) : rest;
    }

    static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> bytes) => bytes.Trim("\r\n\t\u001D"u8);

    static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        var bytes = new List<byte>(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            bytes.Add(escaped[i]);
            if (escaped[i] == Backslash && i + 1 < escaped.Length && escaped[i + 1] == Backslash)
                i++;
        }

        return [.. bytes];
    }

    static string? TryDecode(Encoding? encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
