using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Sealing;

/// <summary>
/// A sealed text taken apart: a JWE in compact form (RFC 7516, section 7.1), ECDH-ES direct, A256GCM, P-256, whose header is exactly
/// <c>{"alg":"ECDH-ES","enc":"A256GCM","epk":{"crv":"P-256","kty":"EC","x":…,"y":…},"kid":…}</c>. One content has one spelling, so that it can be stored
/// as its parts.
/// </summary>
/// <param name="KeyId">The key that it is sealed to: 16 hexadecimal digits (<see cref="HubKey.Id"/>).</param>
/// <param name="X">The ephemeral key's point, x, 32 bytes.</param>
/// <param name="Y">The ephemeral key's point, y, 32 bytes.</param>
/// <param name="Nonce">12 bytes.</param>
/// <param name="Ciphertext">As long as what is sealed.</param>
/// <param name="Tag">16 bytes.</param>
public sealed record CompactJwe(
    string KeyId, ReadOnlyMemory<byte> X, ReadOnlyMemory<byte> Y, ReadOnlyMemory<byte> Nonce, ReadOnlyMemory<byte> Ciphertext, ReadOnlyMemory<byte> Tag)
{
    /// <summary>Characters of a sealed text, at most: that of <see cref="PersonalFields.MaxBytes"/>.</summary>
    public const int MaxLength = 2400;

    /// <summary>Bytes of one coordinate of a point.</summary>
    public const int CoordinateBytes = 32;

    /// <summary>Bytes of the nonce (RFC 7518, section 5.3).</summary>
    public const int NonceBytes = 12;

    /// <summary>Bytes of the authentication tag (RFC 7518, section 5.3).</summary>
    public const int TagBytes = 16;

    const int CoordinateLength = 43;
    const int Parts = 5;

    static readonly SearchValues<byte> IdCharacters = SearchValues.Create("0123456789abcdef"u8);

    static ReadOnlySpan<byte> Start => "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"epk\":{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""u8;

    static ReadOnlySpan<byte> Middle => "\",\"y\":\""u8;

    static ReadOnlySpan<byte> Name => "\"},\"kid\":\""u8;

    static ReadOnlySpan<byte> Close => "\"}"u8;

    /// <summary>What every sealed text begins with.</summary>
    internal static ReadOnlySpan<byte> Beginning => "eyJhbGciOiJFQ0RILUVT"u8;

    /// <summary>The first part of it, which the tag also covers.</summary>
    internal string Header => Base64Url.EncodeToString(
        [.. Start, .. Base64Url.EncodeToUtf8(X.Span), .. Middle, .. Base64Url.EncodeToUtf8(Y.Span), .. Name, .. Encoding.ASCII.GetBytes(KeyId), .. Close]);

    /// <summary>Takes a text apart.</summary>
    /// <param name="token">ASCII.</param>
    /// <returns>Null if it is none, or is spelt otherwise.</returns>
    public static CompactJwe? TryRead(ReadOnlySpan<byte> token)
    {
        Span<Range> parts = stackalloc Range[Parts + 1];
        if (token.Length > MaxLength || Split(token, parts) != Parts || !token[parts[1]].IsEmpty)
            return null;
        if (Base64UrlText.TryDecode(token[parts[0]]) is not { } header
            || Base64UrlText.TryDecode(token[parts[2]]) is not { Length: NonceBytes } nonce
            || Base64UrlText.TryDecode(token[parts[3]]) is not { Length: > 0 } ciphertext
            || Base64UrlText.TryDecode(token[parts[4]]) is not { Length: TagBytes } tag)
        {
            return null;
        }

        return TryHeader(header) is var (id, x, y) ? new(id, x, y, nonce, ciphertext, tag) : null;
    }

    /// <summary>Spells it.</summary>
    public override string ToString() =>
        $"{Header}..{Base64Url.EncodeToString(Nonce.Span)}.{Base64Url.EncodeToString(Ciphertext.Span)}.{Base64Url.EncodeToString(Tag.Span)}";

    static int Split(ReadOnlySpan<byte> token, Span<Range> parts)
    {
        var (count, begin) = (0, 0);
        for (var i = 0; i <= token.Length && count < parts.Length; i++)
        {
            if (i < token.Length && token[i] != '.')
                continue;
            parts[count++] = begin..i;
            begin = i + 1;
        }

        return count;
    }

    static (string KeyId, byte[] X, byte[] Y)? TryHeader(ReadOnlySpan<byte> header) =>
        Skip(ref header, Start) && TryCoordinate(ref header) is { } x
        && Skip(ref header, Middle) && TryCoordinate(ref header) is { } y
        && Skip(ref header, Name) && header.EndsWith(Close) && IsId(header[..^Close.Length])
            ? (Encoding.ASCII.GetString(header[..^Close.Length]), x, y)
            : null;

    static bool Skip(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> expected)
    {
        if (!text.StartsWith(expected))
            return false;
        text = text[expected.Length..];
        return true;
    }

    static byte[]? TryCoordinate(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < CoordinateLength || Base64UrlText.TryDecode(text[..CoordinateLength]) is not { Length: CoordinateBytes } coordinate)
            return null;
        text = text[CoordinateLength..];
        return coordinate;
    }

    static bool IsId(ReadOnlySpan<byte> id) => id.Length == HubKey.IdDigits && !id.ContainsAnyExcept(IdCharacters);
}
