using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Checkpoint.Journaling;

/// <summary>
/// Four digits of a number in a packed entry, 1000 to 8423, as two bytes: a character below the first of text, which canonical JSON never has, and
/// another byte. Hundredths of a °C are such numbers, and an entry has six of them.
/// </summary>
static class PackedNumber
{
    /// <summary>Digits in one.</summary>
    public const int Digits = 4;

    const byte First = 3; // the marks before are the entry's
    const byte End = 32; // from here on there is text
    const int Least = 1000;
    const int Most = Least + ((End - First) * 256) - 1;

    /// <summary>Packs the number that a text begins with, if it is one.</summary>
    public static bool TryPack(ArrayBufferWriter<byte> packed, ReadOnlySpan<byte> text)
    {
        if (text.Length < Digits || !Utf8Parser.TryParse(text[..Digits], out uint number, out var read) || read != Digits || number is < Least or > Most)
            return false;
        var over = number - Least;
        packed.Write([(byte)(First + (over / 256)), (byte)(over % 256)]);
        return true;
    }

    /// <summary>Unpacks one.</summary>
    /// <param name="first">Its first byte, <see cref="First"/> to <see cref="End"/>.</param>
    /// <param name="stored">What follows; moved past it.</param>
    /// <returns>Its digits; nothing if it is none.</returns>
    public static ReadOnlySpan<byte> Unpack(byte first, ref ReadOnlySpan<byte> stored)
    {
        if (first < First || stored.IsEmpty)
            return [];
        var number = Least + ((first - First) * 256) + stored[0];
        stored = stored[1..];
        return Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
    }
}
