using System.Text;

namespace Checkpoint.Scanning;

/// <summary>The character sets that a code can name (AIM Extended Channel Interpretation assignments), each strict: what is wrong throws.</summary>
static class EciEncoding
{
    const int Gb18030CodePage = 54936;
    const int Latin1CodePage = 28591; // ISO 8859-1; the others follow in order

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB 18030, the mainland's own set: what codes made there hold without saying so.</summary>
    public static Encoding Gb18030 { get; } = FromCodePage(Gb18030CodePage);

    /// <summary>The character set of an assignment, or null if it names none that we read.</summary>
    public static Encoding? Of(int assignment) => assignment switch
    {
        25 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        26 => Utf8,
        33 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => CodePageOf(assignment) is { } page ? FromCodePage(page) : null,
    };

    // Where Windows has only a larger set (GBK for GB 2312, code page 949 for EUC-KR), that one.
    static int? CodePageOf(int assignment) => assignment switch
    {
        0 or 2 => 437,
        1 => Latin1CodePage,
        >= 3 and <= 11 or 15 or 17 => Latin1CodePage + assignment - 3,
        20 => 932,
        >= 21 and <= 23 => 1250 + assignment - 21,
        24 => 1256,
        28 => 950,
        30 => 949,
        29 or 31 or 32 => Gb18030CodePage,
        _ => null,
    };

    // The provider is asked itself: to register it would change what every other part of the program can read. Latin-1 it leaves to .NET.
    static Encoding FromCodePage(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
