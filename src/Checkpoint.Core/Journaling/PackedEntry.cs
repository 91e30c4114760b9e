using System.Buffers;
using System.Text;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry's canonical bytes as the box stores them: a mark, then the text with its common phrases as one byte each, from 128 on. It takes a
/// third of the room, and is the same entry to the bit. A sealed text is stored as its bytes (<see cref="PackedSeal"/>), and so are sixteen
/// digits of a name such as the epoch's; four digits of a number take two bytes (<see cref="PackedNumber"/>). An entry with other than ASCII
/// text is stored as it is.
/// </summary>
public static class PackedEntry
{
    const byte Mark = 1; // a canonical entry begins with '{'
    const byte FirstPhrase = 0x80;
    const byte Escape = 2; // no character of canonical JSON
    const byte EscapeIsText = 0;
    const byte SealFollows = 1;
    const byte DigitsFollow = 2;
    const byte CharacterFollows = 3;
    const byte FirstText = 0x20; // no character below is in canonical JSON
    const int Digits = 16;

    static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);

    static readonly byte[] Characters = [.. Enumerable.Range(0, FirstPhrase).Select(number => (byte)number)];

    /// <summary>Packs an entry.</summary>
    /// <param name="canonical">Its canonical bytes.</param>
    public static byte[] Pack(ReadOnlySpan<byte> canonical)
    {
        if (canonical.ContainsAnyInRange(FirstPhrase, byte.MaxValue))
            return canonical.ToArray();
        var packed = new ArrayBufferWriter<byte>(canonical.Length + 1);
        packed.Write([Mark]);
        while (!canonical.IsEmpty)
            canonical = canonical[PackNext(packed, canonical)..];
        return packed.WrittenSpan.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack"/> has made, or returns an entry that was stored as it is.</summary>
    /// <param name="stored">Bytes that may be damaged.</param>
    /// <returns>The canonical bytes, or null if these are no entry's.</returns>
    public static byte[]? TryUnpack(ReadOnlySpan<byte> stored)
    {
        if (stored is not [Mark, ..])
            return stored.Length <= WireRecord.MaxBytes ? stored.ToArray() : null;
        var canonical = new ArrayBufferWriter<byte>(WireRecord.MaxBytes);
        for (stored = stored[1..]; !stored.IsEmpty;)
        {
            var text = UnpackNext(ref stored);
            if (text.IsEmpty || canonical.WrittenCount + text.Length > WireRecord.MaxBytes)
                return null;
            canonical.Write(text);
        }

        return canonical.WrittenSpan.ToArray();
    }

    static int PackNext(ArrayBufferWriter<byte> packed, ReadOnlySpan<byte> text)
    {
        if (PackedSeal.TryFind(text, out var tokenLength) is { } token)
        {
            packed.Write([Escape, SealFollows]);
            PackedSeal.Write(packed, token);
            return tokenLength;
        }

        if (text.Length >= Digits && !text[..Digits].ContainsAnyExcept(Hex))
        {
            packed.Write([Escape, DigitsFollow, .. Convert.FromHexString(text[..Digits])]);
            return Digits;
        }

        if (EntryPhrases.TryFind(text, out var number, out var length))
        {
            packed.Write([(byte)(FirstPhrase + number)]);
            return length;
        }

        if (PackedNumber.TryPack(packed, text))
            return PackedNumber.Digits;
        packed.Write(text[0] == Escape ? [Escape, EscapeIsText] : text[0] < FirstText ? [Escape, CharacterFollows, text[0]] : text[..1]);
        return 1;
    }

    // Nothing if the bytes are no entry's.
    static ReadOnlySpan<byte> UnpackNext(ref ReadOnlySpan<byte> stored)
    {
        var first = stored[0];
        stored = stored[1..];
        if (first >= FirstPhrase)
            return EntryPhrases.Of(first - FirstPhrase);
        return first switch
        {
            Escape => UnpackEscaped(ref stored),
            < FirstText => PackedNumber.Unpack(first, ref stored),
            _ => Characters.AsSpan(first, 1),
        };
    }

    static ReadOnlySpan<byte> UnpackEscaped(ref ReadOnlySpan<byte> stored)
    {
        if (stored.IsEmpty)
            return [];
        var what = stored[0];
        stored = stored[1..];
        return what switch
        {
            EscapeIsText => Characters.AsSpan(Escape, 1),
            SealFollows => PackedSeal.TryRead(ref stored) is { } token ? Encoding.ASCII.GetBytes(token.ToString()) : [],
            DigitsFollow => UnpackDigits(ref stored),
            CharacterFollows => UnpackCharacter(ref stored),
            _ => [],
        };
    }

    static ReadOnlySpan<byte> UnpackCharacter(ref ReadOnlySpan<byte> stored)
    {
        if (stored is not [< FirstText and var character, ..])
            return [];
        stored = stored[1..];
        return Characters.AsSpan(character, 1);
    }

    static ReadOnlySpan<byte> UnpackDigits(ref ReadOnlySpan<byte> stored)
    {
        const int bytes = Digits / 2;
        if (stored.Length < bytes)
            return [];
        var text = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(stored[..bytes]));
        stored = stored[bytes..];
        return text;
    }
}
