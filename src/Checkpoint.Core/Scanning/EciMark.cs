using System.Globalization;
using System.Text;

namespace Checkpoint.Scanning;

/// <summary>
/// The marks that a reader puts before a code's content: the AIM identifier <c>]Qn</c> (ISO/IEC 15424), and <c>\nnnnnn</c>, the number of
/// the character set (ISO/IEC 18004, 15.2; AIM ITS/04-023).
/// </summary>
static class EciMark
{
    const int Digits = 6;

    /// <summary>The encoding of a code page, strict: what it cannot read is an exception.</summary>
    public static Encoding CodePage(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Takes the marks off.</summary>
    /// <param name="bytes">The content as it came.</param>
    /// <param name="named">The character set that the first mark names; null without one, or with one that .NET does not know.</param>
    /// <returns>The content alone. Marks inside it go too; the first one names the character set of all of it.</returns>
    public static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, out Encoding? named)
    {
        named = null;
        if (bytes is [(byte)']', (byte)'Q', >= (byte)'0' and <= (byte)'6', ..])
            bytes = bytes[3..];
        if (Number(bytes) is not { } first)
            return bytes;

        named = PageOf(first) is { } page ? CodePage(page) : null;
        return Unmark(bytes);
    }

    // Character sets of the AIM register that .NET knows by code page.
    static int? PageOf(int number) => number switch
    {
        1 or 3 => 28591,
        >= 4 and <= 11 => 28588 + number, // ISO 8859-2 to 8859-9
        17 => 28605,
        20 => 932,
        >= 21 and <= 23 => 1229 + number, // Windows 1250 to 1252
        24 => 1256,
        25 => 1201,
        26 => 65001,
        27 or 170 => 20127,
        28 => 950,
        29 or 32 => 54936,
        30 => 51949,
        33 => 1200,
        _ => null,
    };

    static byte[] Unmark(ReadOnlySpan<byte> bytes)
    {
        var content = new List<byte>(bytes.Length);
        while (bytes.Length > 0)
        {
            if (Number(bytes) is not null)
            {
                bytes = bytes[(Digits + 1)..];
                continue;
            }

            content.Add(bytes[0]);
            bytes = bytes is [(byte)'\\', (byte)'\\', ..] ? bytes[2..] : bytes[1..];
        }

        return [.. content];
    }

    // Six digits after one backslash; two backslashes are one of the content.
    static int? Number(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'\\', ..] && bytes.Length > Digits
            && int.TryParse(bytes.Slice(1, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
