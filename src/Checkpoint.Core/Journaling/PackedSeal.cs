using System.Buffers;
using System.Buffers.Binary;
using Checkpoint.Sealing;

namespace Checkpoint.Journaling;

/// <summary>
/// A sealed text within a packed entry: what is the same in all of them is left out, and what base64 spells is stored as bytes. Key's name 8, ephemeral point
/// 64, nonce 12, tag 16, length 2, ciphertext.
/// </summary>
static class PackedSeal
{
    const int IdBytes = 8;
    const int LengthBytes = 2;
    const int HeadBytes = IdBytes + (2 * CompactJwe.CoordinateBytes) + CompactJwe.NonceBytes + CompactJwe.TagBytes + LengthBytes;

    /// <summary>The sealed text that some text begins with; null for none, or one that is spelt otherwise and so stays text.</summary>
    /// <param name="text">Canonical JSON, from the first character of a value on.</param>
    /// <param name="length">Characters of the sealed text.</param>
    public static CompactJwe? TryFind(ReadOnlySpan<byte> text, out int length)
    {
        length = text.StartsWith(CompactJwe.Beginning) ? text.IndexOf((byte)'"') : -1;
        return length > 0 ? CompactJwe.TryRead(text[..length]) : null;
    }

    /// <summary>Packs one.</summary>
    public static void Write(IBufferWriter<byte> to, CompactJwe jwe)
    {
        to.Write(Convert.FromHexString(jwe.KeyId));
        to.Write(jwe.X.Span);
        to.Write(jwe.Y.Span);
        to.Write(jwe.Nonce.Span);
        to.Write(jwe.Tag.Span);
        BinaryPrimitives.WriteUInt16BigEndian(to.GetSpan(LengthBytes), (ushort)jwe.Ciphertext.Length);
        to.Advance(LengthBytes);
        to.Write(jwe.Ciphertext.Span);
    }

    /// <summary>Unpacks one, and moves behind it.</summary>
    /// <param name="stored">Bytes that may be damaged.</param>
    /// <returns>Null if they are none.</returns>
    public static CompactJwe? TryRead(ref ReadOnlySpan<byte> stored)
    {
        if (stored.Length < HeadBytes)
            return null;
        var id = Convert.ToHexStringLower(Take(ref stored, IdBytes));
        var (x, y) = (Take(ref stored, CompactJwe.CoordinateBytes), Take(ref stored, CompactJwe.CoordinateBytes));
        var (nonce, tag) = (Take(ref stored, CompactJwe.NonceBytes), Take(ref stored, CompactJwe.TagBytes));
        var length = BinaryPrimitives.ReadUInt16BigEndian(Take(ref stored, LengthBytes));
        return length > 0 && stored.Length >= length ? new(id, x, y, nonce, Take(ref stored, length), tag) : null;
    }

    static byte[] Take(ref ReadOnlySpan<byte> stored, int length)
    {
        var taken = stored[..length].ToArray();
        stored = stored[length..];
        return taken;
    }
}
