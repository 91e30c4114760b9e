using Checkpoint.Passes.Compression;
using Checkpoint.Passes.Cose;

namespace Checkpoint.Passes.Hc1;

/// <summary>
/// EU digital certificate: <c>HC1:</c>, base45, zlib, COSE_Sign1 with ES256 or PS256, a CBOR web token around the certificate (eHealth
/// Network, "Technical Specifications for EU Digital COVID Certificates", volume 1; hcert-spec 1.0.5).
/// </summary>
sealed class Hc1Format : PassFormat
{
    const string Prefix = "HC1:";

    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.Hc1;

    /// <inheritdoc/>
    public override bool Recognises(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override PassReading Read(string text)
    {
        if (!Base45.TryDecode(text.AsSpan(Prefix.Length), out var compressed))
            return new PassReading.Damaged(PassFault.Text);
        if (Zlib.TryExpand(compressed) is not { } bytes)
            return new PassReading.Damaged(PassFault.Compression);
        var fault = CoseReader.TryRead(bytes, out var message);
        if (message is null)
            return new PassReading.Damaged(fault);
        return Hc1Token.TryRead(message.Payload, out var token)
            ? new PassReading.Signed(ToPass(message, token))
            : new PassReading.Damaged(PassFault.Structure);
    }

    static SignedPass ToPass(CoseMessage message, Hc1Token token)
    {
        var key = new KeyId(Convert.ToBase64String(message.KeyId.Span));
        return new(PassProfile.Hc1, key, message.Algorithm, message.Covered, message.Signature)
        {
            Issuer = token.Issuer,
            Claims = token.UniqueName is { } name
                ? new(UniqueName.ToPassId(name), PassClass.None, key, Area: 0, token.Window.From, token.Window.Until)
                : null,
            Window = token.Window,
            Kinds = token.Kinds,
            Document = token.Document,
        };
    }
}
