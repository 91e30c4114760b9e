using Checkpoint.Passes.Cbor;
using Checkpoint.Passes.Cose;

namespace Checkpoint.Passes.Nzcp;

/// <summary>New Zealand COVID Pass: <c>NZCP:/1/</c>, base32, COSE_Sign1 with ES256 around a CBOR web token (NZ COVID Pass specification 1.0).</summary>
sealed class NzcpFormat : PassFormat
{
    /// <summary>What every pass of the one version begins with.</summary>
    public const string Beginning = Prefix + Version;

    const string Prefix = "NZCP:/";
    const string Version = "1/";
    const int IssuerClaim = 1; // section 2.1
    const int ExpiryClaim = 4;
    const int BeginClaim = 5;
    const int NameClaim = 7;
    const int NameBytes = 16;

    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.Nzcp;

    /// <inheritdoc/>
    public override bool Recognises(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override PassReading Read(string text)
    {
        var rest = text.AsSpan(Prefix.Length);
        if (!rest.StartsWith(Version))
            return new PassReading.Damaged(PassFault.Prefix);
        if (Base32.TryDecode(rest[Version.Length..]) is not { } bytes)
            return new PassReading.Damaged(PassFault.Text);
        var fault = CoseReader.TryRead(bytes, out var message);
        if (message is null)
            return new PassReading.Damaged(fault);
        if (message.Algorithm != SignatureAlgorithm.Es256)
            return new PassReading.Damaged(PassFault.Algorithm);
        return CborItem.TryRead(message.Payload, CborForm.Signed, out var token) && token.Kind == CborKind.Map
            ? new PassReading.Signed(ToPass(message, token))
            : new PassReading.Damaged(PassFault.Structure);
    }

    static SignedPass ToPass(CoseMessage message, CborItem token)
    {
        var key = new KeyId(System.Text.Encoding.UTF8.GetString(message.KeyId.Span));
        var from = NumericDate.From(token.Find(BeginClaim)?.Number);
        var until = NumericDate.From(token.Find(ExpiryClaim)?.Number);
        var name = token.Find(NameClaim) is { Kind: CborKind.Bytes, Content.Length: NameBytes } bytes ? bytes.Content : default;
        var credential = token.Find("vc"u8);
        var isWhole = from is not null && until is not null && !name.IsEmpty && IsPass(credential);
        return new(PassProfile.Nzcp, key, message.Algorithm, message.Covered, message.Signature)
        {
            Issuer = token.Find(IssuerClaim)?.Text,
            IsBoundToIssuer = true,
            Claims = isWhole
                ? new(UniqueName.ToPassId(name.Span), PassClass.None, key, Area: 0, from.GetValueOrDefault(), until.GetValueOrDefault())
                : null,
            Window = new(from ?? default, until ?? default),
            Document = credential is { } said ? new(() => CborJson.Write(said)) { Number = NumberOf(name.Span) } : null,
        };
    }

    // Section 2.1: the 16 bytes are a UUID.
    static string? NumberOf(ReadOnlySpan<byte> name) => name.IsEmpty ? null : $"urn:uuid:{new Guid(name, bigEndian: true)}";

    // Section 2.4.
    static bool IsPass(CborItem? credential) =>
        credential?.Find("type"u8)?.Children().Any(type => type.Text is "PublicCovidPass") == true
        && credential?.Find("credentialSubject"u8) is { Kind: CborKind.Map };
}
