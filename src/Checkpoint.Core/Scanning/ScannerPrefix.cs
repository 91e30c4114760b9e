namespace Checkpoint.Scanning;

/// <summary>
/// What scanners put before the contents of a QR code: a symbology identifier such as <c>]Q2</c> (ISO/IEC 15424) and the number of a
/// character set such as <c>\000026</c> (ISO/IEC 18004, 6.5.2; AIM ITS/04-001).
/// </summary>
/// <param name="Length">Bytes to leave out; 0 if there is no prefix.</param>
/// <param name="Eci">The character set named, 0 … 999999, or null.</param>
/// <param name="IsEscaped">True if every backslash of the contents is sent twice, as the identifiers for that say.</param>
public readonly record struct ScannerPrefix(int Length, int? Eci, bool IsEscaped)
{
    const int IdentifierLength = 3;
    const int Digits = 6;

    /// <summary>Reads the prefix of what a scanner sent.</summary>
    public static ScannerPrefix Read(ReadOnlySpan<byte> sent)
    {
        var hasIdentifier = sent is [(byte)']', (byte)'Q', >= (byte)'0' and <= (byte)'6', ..];
        var isEscaped = hasIdentifier && sent[IdentifierLength - 1] is (byte)'2' or (byte)'4' or (byte)'6';
        var length = hasIdentifier ? IdentifierLength : 0;
        var eci = ReadEci(sent[length..]);
        return new(length + (eci is null ? 0 : 1 + Digits), eci, isEscaped);
    }

    static int? ReadEci(ReadOnlySpan<byte> sent)
    {
        if (sent.Length <= Digits || sent[0] != '\\')
            return null;
        var number = 0;
        foreach (var digit in sent.Slice(1, Digits))
        {
            if (!char.IsAsciiDigit((char)digit))
                return null;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
