using System.Buffers;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry's canonical bytes as the box stores them: a mark, then the text with its common phrases as one byte each, from 128 on. It takes a
/// third of the room, and is the same entry to the bit. An entry with other than ASCII text is stored as it is.
/// </summary>
public static class PackedEntry
{
    const byte Mark = 1; // a canonical entry begins with '{'
    const byte FirstPhrase = 0x80;

    /// <summary>Packs an entry.</summary>
    /// <param name="canonical">Its canonical bytes.</param>
    public static byte[] Pack(ReadOnlySpan<byte> canonical)
    {
        if (canonical.ContainsAnyInRange(FirstPhrase, byte.MaxValue))
            return canonical.ToArray();
        var packed = new ArrayBufferWriter<byte>(canonical.Length + 1);
        packed.Write([Mark]);
        while (!canonical.IsEmpty)
        {
            var isPhrase = EntryPhrases.TryFind(canonical, out var number, out var length);
            packed.Write([isPhrase ? (byte)(FirstPhrase + number) : canonical[0]]);
            canonical = canonical[(isPhrase ? length : 1)..];
        }

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
        foreach (var b in stored[1..])
        {
            var text = b < FirstPhrase ? [b] : EntryPhrases.Of(b - FirstPhrase);
            if (text.IsEmpty || canonical.WrittenCount + text.Length > WireRecord.MaxBytes)
                return null;
            canonical.Write(text);
        }

        return canonical.WrittenSpan.ToArray();
    }
}
