using System.Buffers.Binary;
using Checkpoint.Passes.Cbor;

namespace Checkpoint.Passes.Cose;

/// <summary>Reads COSE_Sign1 (RFC 9052). What the signature does not cover is taken in one spelling only.</summary>
static class CoseReader
{
    const ulong SignTag = 18; // RFC 9052, section 2
    const ulong TokenTag = 61; // RFC 8392, section 6: only around a COSE tag
    const int AlgorithmLabel = 1; // RFC 9052, section 3.1
    const int KeyLabel = 4;
    const int Es256 = -7; // RFC 9053, section 2.1
    const int Ps256 = -37; // RFC 8230, section 2
    const int MaxKeyId = 64;

    // Labels that an issuer may leave uncovered. A label that is critical, or that nobody knows, is refused there.
    static ReadOnlySpan<int> Uncovered => [AlgorithmLabel, KeyLabel];

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="message">The message if there is no fault.</param>
    /// <returns>What is wrong, or <see cref="PassFault.None"/>.</returns>
    public static PassFault TryRead(ReadOnlyMemory<byte> bytes, out CoseMessage? message)
    {
        message = null;
        if (!CborItem.TryRead(bytes, CborForm.Envelope, out var item))
            return PassFault.Structure;
        if (!TryUntag(ref item) || item.Kind != CborKind.Array || item.Children().ToList() is not [var head, var free, var body, var end])
            return PassFault.Envelope;
        if (head.Kind != CborKind.Bytes || free.Kind != CborKind.Map || body.Kind != CborKind.Bytes || end.Kind != CborKind.Bytes)
            return PassFault.Envelope;
        return TryHeaders(head.Content, out var covered) && IsPlain(free)
            ? TryMessage(covered, free, head, body, end, out message)
            : PassFault.Envelope;
    }

    // No tag, the message's own, or a token's around that: each means the same, and nothing else does.
    static bool TryUntag(ref CborItem item)
    {
        if (item.Kind != CborKind.Tag)
            return true;
        if (item.Head.Argument == TokenTag)
            item = item.Tagged;
        if (item.Kind != CborKind.Tag || item.Head.Argument != SignTag)
            return false;
        item = item.Tagged;
        return true;
    }

    static bool TryHeaders(ReadOnlyMemory<byte> bytes, out CborItem? headers)
    {
        headers = null;
        if (bytes.IsEmpty)
            return true;
        var good = CborItem.TryRead(bytes, CborForm.Signed, out var map) && map.Kind == CborKind.Map && map.Find(Critical) is null;
        headers = good ? map : null;
        return good;
    }

    const int Critical = 2; // whoever does not know what is critical must refuse

    static bool IsPlain(CborItem free)
    {
        var isValue = false;
        foreach (var child in free.Children())
        {
            if (!isValue && (child.Number is not { } label || !Uncovered.Contains((int)Math.Clamp(label, int.MinValue, int.MaxValue))))
                return false;
            isValue = !isValue;
        }

        return true;
    }

    // What is covered wins (RFC 9052, section 3, lets neither stand in both; some issuers write both).
    static PassFault TryMessage(CborItem? covered, CborItem free, CborItem head, CborItem body, CborItem end, out CoseMessage? message)
    {
        message = null;
        var key = covered?.Find(KeyLabel) ?? free.Find(KeyLabel);
        if (key is not { Kind: CborKind.Bytes, Content.Length: > 0 and <= MaxKeyId })
            return PassFault.Envelope;
        SignatureAlgorithm? algorithm = (covered?.Find(AlgorithmLabel) ?? free.Find(AlgorithmLabel))?.Number switch
        {
            Es256 => SignatureAlgorithm.Es256,
            Ps256 => SignatureAlgorithm.Ps256,
            _ => null,
        };
        if (algorithm is null)
            return PassFault.Algorithm;
        message = new(algorithm.Value, key.Value.Content, body.Content, CoveredBytes(head.Content.Span, body.Content.Span), end.Content);
        return PassFault.None;
    }

    // RFC 9052, section 4.4: ["Signature1", protected headers, nothing from outside, payload].
    static byte[] CoveredBytes(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        ReadOnlySpan<byte> begin = [0x84, 0x6A, .. "Signature1"u8];
        var bytes = new byte[begin.Length + HeadBytes(headers) + headers.Length + 1 + HeadBytes(payload) + payload.Length];
        begin.CopyTo(bytes);
        var rest = Write(bytes.AsSpan(begin.Length), headers);
        rest[0] = 0x40;
        Write(rest[1..], payload);
        return bytes;
    }

    static int HeadBytes(ReadOnlySpan<byte> content) => content.Length switch
    {
        < 24 => 1,
        <= byte.MaxValue => 2,
        _ => 3,
    };

    static Span<byte> Write(Span<byte> target, ReadOnlySpan<byte> content)
    {
        switch (HeadBytes(content))
        {
            case 1:
                target[0] = (byte)(0x40 | content.Length);
                break;
            case 2:
                (target[0], target[1]) = (0x58, (byte)content.Length);
                break;
            default:
                target[0] = 0x59;
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)content.Length);
                break;
        }

        content.CopyTo(target[HeadBytes(content)..]);
        return target[(HeadBytes(content) + content.Length)..];
    }
}
