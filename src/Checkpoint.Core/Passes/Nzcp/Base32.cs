namespace Checkpoint.Passes.Nzcp;

/// <summary>Base32 without padding (RFC 4648, section 6). Strict: only the one right spelling is read.</summary>
static class Base32
{
    const int DigitBits = 5;

    /// <summary>Reads bytes, or null for another character, a length that cannot be, or bits left over that are not 0.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        if (text.Length % 8 is 1 or 3 or 6)
            return null;
        var bytes = new byte[text.Length * DigitBits / 8];
        int held = 0, bits = 0, at = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0)
                return null;
            held = ((held << DigitBits) | digit) & 0xFFF;
            bits += DigitBits;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)((held >> bits) & 0xFF);
        }

        return (held & ((1 << bits) - 1)) == 0 ? bytes : null;
    }

    static int Digit(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= '2' and <= '7' => character - '2' + 26,
        _ => -1,
    };
}
