using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Checkpoint.Bundles;

/// <summary>
/// A JWS in compact form (RFC 7515, section 7.1), ES256, with the header <c>{"alg":"ES256","kid":FINGERPRINT,"typ":TYPE}</c> and nothing
/// else: taken apart, its signature not yet checked. The type is <see cref="BundleType"/>, or that of what is carried by hand
/// (<see cref="Carrying"/>): it is under the signature, so that nothing signed as one thing is ever read as another.
/// </summary>
/// <param name="Signer">Fingerprint of the key that it says has signed it.</param>
/// <param name="Covered">The bytes that the signature covers.</param>
/// <param name="Signature">The signature, 64 bytes.</param>
/// <param name="Payload">The content.</param>
public sealed record BundleEnvelope(
    string Signer, ReadOnlyMemory<byte> Covered, ReadOnlyMemory<byte> Signature, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Type of a bundle of lists.</summary>
    public const string BundleType = "checkpoint-bundle";

    const string Algorithm = "ES256";
    const int SignatureBytes = 64;
    const int MaxHeaderBytes = 512;

    /// <summary>Takes a bundle apart.</summary>
    /// <param name="text">ASCII; one newline at the end is let pass, as editors and shells put one there.</param>
    /// <param name="refusal">Why it is none.</param>
    /// <returns>The parts, or null.</returns>
    public static BundleEnvelope? TryRead(ReadOnlyMemory<byte> text, out BundleRefusal refusal) =>
        TryRead(text, BundleType, SignedBundle.MaxBytes, out refusal);

    /// <summary>Takes what was signed as some type apart.</summary>
    /// <param name="text">ASCII; one newline at the end is let pass.</param>
    /// <param name="type">The type that it must say.</param>
    /// <param name="maxBytes">The most that is read.</param>
    /// <param name="refusal">Why it is none.</param>
    /// <returns>The parts, or null.</returns>
    public static BundleEnvelope? TryRead(ReadOnlyMemory<byte> text, string type, int maxBytes, out BundleRefusal refusal)
    {
        refusal = text.Length > maxBytes ? BundleRefusal.TooLarge : BundleRefusal.NotABundle;
        var body = text.Span is [.., (byte)'\n'] ? text[..^1] : text;
        var first = body.Span.IndexOf((byte)'.');
        var last = body.Span.LastIndexOf((byte)'.');
        if (refusal == BundleRefusal.TooLarge || first < 0 || first == last)
            return null;
        if (TryDecode(body.Span[..first]) is not { Length: <= MaxHeaderBytes } header
            || TryDecode(body.Span[(first + 1)..last]) is not { } payload
            || TryDecode(body.Span[(last + 1)..]) is not { Length: SignatureBytes } signature)
        {
            return null;
        }

        return TrySigner(header, type, ref refusal) is { } signer ? new(signer, body[..last], signature, payload) : null;
    }

    /// <summary>Signs a payload.</summary>
    /// <param name="payload">The content.</param>
    /// <param name="key">Private key on P-256.</param>
    /// <param name="type">What it is signed as.</param>
    public static byte[] Sign(ReadOnlySpan<byte> payload, ECDsa key, string type = BundleType)
    {
        var covered = Cover(PublicKey.Fingerprint(key), type, payload);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Text(covered, signature);
    }

    /// <summary>Spells an envelope from its parts, as <see cref="Sign"/> had.</summary>
    /// <param name="signer">Fingerprint of the key.</param>
    /// <param name="type">What it is signed as.</param>
    /// <param name="payload">The content.</param>
    /// <param name="signature">The signature, 64 bytes; not checked.</param>
    internal static byte[] Spell(string signer, string type, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature) =>
        Text(Cover(signer, type, payload), signature);

    static string Cover(string signer, string type, ReadOnlySpan<byte> payload)
    {
        var header = $$"""{"alg":"{{Algorithm}}","kid":"{{signer}}","typ":"{{type}}"}""";
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(payload)}";
    }

    static byte[] Text(string covered, ReadOnlySpan<byte> signature) =>
        Encoding.ASCII.GetBytes($"{covered}.{Base64Url.EncodeToString(signature)}\n");

    /// <summary>Whether a key has signed it.</summary>
    public bool IsSignedBy(ECDsa key) => key.VerifyData(
        Covered.Span, Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    static string? TrySigner(byte[] header, string type, ref BundleRefusal refusal)
    {
        try
        {
            var json = BundleObject.Parse(header).AllowOnly("alg", "kid", "typ");
            if (!string.Equals(json.Text("typ"), type, StringComparison.Ordinal))
                return null;
            if (string.Equals(json.Text("alg"), Algorithm, StringComparison.Ordinal))
                return json.Text("kid");
            refusal = BundleRefusal.Algorithm;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            // Not a header of ours, whatever else it may be.
        }

        return null;
    }

    // The decoder forgives white space and stray bits; one content has one spelling here.
    static byte[]? TryDecode(ReadOnlySpan<byte> text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromUtf8(text);
        return Base64Url.EncodeToUtf8(bytes).AsSpan().SequenceEqual(text) ? bytes : null;
    }
}
