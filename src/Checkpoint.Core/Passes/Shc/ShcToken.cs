using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Checkpoint.Passes.Shc;

/// <summary>A signed token in compact form (JWS, RFC 7515) as a health card must have it: ES256, compressed, with a key's name.</summary>
/// <param name="Key">The key's name: its thumbprint (RFC 7638).</param>
/// <param name="Covered">The bytes that the signature covers.</param>
/// <param name="Payload">What it carries, compressed (raw DEFLATE).</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
sealed record ShcToken(KeyId Key, byte[] Covered, byte[] Payload, byte[] Signature)
{
    /// <summary>Every character that a token has.</summary>
    public static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    const int MaxHeader = 512;
    const int MaxKeyId = 128;
    const int SignatureBytes = 64;

    /// <summary>Reads a token.</summary>
    /// <returns>What is wrong, or <see cref="PassFault.None"/>.</returns>
    public static PassFault TryRead(string text, out ShcToken? token)
    {
        token = null;
        if (text.Split('.') is not [var head, var body, var end])
            return PassFault.Envelope;
        if (Base64Strict.TryDecode(head) is not { Length: <= MaxHeader } header
            || Base64Strict.TryDecode(body) is not { } payload
            || Base64Strict.TryDecode(end) is not { } signature)
        {
            return PassFault.Text;
        }

        var fault = TryHeader(header, out var key);
        if (fault != PassFault.None)
            return fault;
        if (signature.Length != SignatureBytes)
            return PassFault.Envelope;
        token = new(new(key), Encoding.ASCII.GetBytes(text[..^(end.Length + 1)]), payload, signature);
        return PassFault.None;
    }

    static PassFault TryHeader(byte[] json, out string key)
    {
        key = "";
        if (ShcJson.TryParse(json) is not { ValueKind: JsonValueKind.Object } header)
            return PassFault.Structure;
        if (!ShcJson.Is(header, "alg", "ES256"))
            return PassFault.Algorithm;
        if (!ShcJson.Is(header, "zip", "DEF"))
            return PassFault.Compression;
        if (ShcJson.Text(header, "kid") is not { Length: > 0 and <= MaxKeyId } name || header.TryGetProperty("crit", out _))
            return PassFault.Envelope;
        key = name;
        return PassFault.None;
    }
}
