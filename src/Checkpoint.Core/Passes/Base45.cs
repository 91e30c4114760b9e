namespace Checkpoint.Passes;

/// <summary>Base45 (RFC 9285): bytes as the 45 characters of a QR code's alphanumeric mode. Strict: only the one right spelling is read.</summary>
public static class Base45
{
    const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    // By character; -1 for one that the alphabet lacks. A search for each would cost more than the rest.
    static readonly sbyte[] Values = [.. Enumerable.Range(0, 128).Select(character => (sbyte)Alphabet.IndexOf((char)character, StringComparison.Ordinal))];

    /// <summary>Writes bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length + 1) / 2 * 3);
        for (; bytes.Length >= 2; bytes = bytes[2..])
            Append(text, (bytes[0] << 8) | bytes[1], digits: 3);
        if (bytes.Length == 1)
            Append(text, bytes[0], digits: 2);
        return text.ToString();
    }

    /// <summary>Reads bytes.</summary>
    /// <returns>False for a character outside the alphabet, a length that cannot be, or a group over what it may hold.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        if (text.Length % 3 == 1)
            return false;

        var at = 0;
        for (; text.Length >= 3; text = text[3..])
        {
            if (!TryValue(text[..3], highest: 0xFFFF, out var pair))
                return false;
            bytes[at++] = (byte)(pair >> 8);
            bytes[at++] = (byte)(pair & 0xFF);
        }

        if (text.Length == 0)
            return true;
        var good = TryValue(text, highest: 0xFF, out var last);
        bytes[at] = good ? (byte)last : (byte)0;
        return good;
    }

    static void Append(System.Text.StringBuilder text, int value, int digits)
    {
        for (; digits > 0; digits--, value /= Alphabet.Length)
            text.Append(Alphabet[value % Alphabet.Length]);
    }

    static bool TryValue(ReadOnlySpan<char> digits, int highest, out int value)
    {
        value = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var digit = digits[i] < Values.Length ? Values[digits[i]] : -1;
            if (digit < 0)
                return false;
            value = (value * Alphabet.Length) + digit;
        }

        return value <= highest;
    }
}
