using Checkpoint.Passes.Cbor;

namespace Checkpoint.Passes.Hc1;

/// <summary>The token in an EU digital certificate, as far as a gate needs it (hcert-spec, section 3; certificate schema 1.3.0).</summary>
/// <param name="Issuer">Country that issued it, two letters; null if it names none.</param>
/// <param name="Window">When it is good.</param>
/// <param name="Kinds">What it is about.</param>
/// <param name="UniqueName">
/// The certificate's own name; null if it lacks what it must say: both dates, a version, a person, a date of birth, and one kind of entry,
/// each with a name.
/// </param>
/// <param name="Document">The certificate; null if there is none.</param>
sealed record Hc1Token(string? Issuer, ValidityWindow Window, CertificateKinds Kinds, string? UniqueName, PassDocument? Document)
{
    const int IssuerClaim = 1; // RFC 8392, section 3.1
    const int ExpiryClaim = 4;
    const int IssuedClaim = 6;
    const int CertificateClaim = -260;
    const int Certificate = 1;
    const int MaxEntries = 8;

    /// <summary>Reads a token.</summary>
    /// <returns>False if the bytes are no map of claims, or hold something else where the certificate should be.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out Hc1Token token)
    {
        token = new(null, default, CertificateKinds.None, null, null);
        if (!CborItem.TryRead(payload, CborForm.Signed, out var claims) || claims.Kind != CborKind.Map)
            return false;

        var from = Date(claims.Find(IssuedClaim));
        var until = Date(claims.Find(ExpiryClaim));
        token = token with { Issuer = claims.Find(IssuerClaim)?.Text, Window = new(from ?? default, End(until)) };
        if (claims.Find(CertificateClaim) is not { } container)
            return true;
        if (container.Find(Certificate) is not { Kind: CborKind.Map } certificate)
            return false;

        var (kinds, name) = Entries(certificate);
        var isWhole = from is not null && until is not null && IsSomebody(certificate);
        token = token with { Kinds = kinds, UniqueName = isWhole ? name : null, Document = new(() => CborJson.Write(certificate)) { Number = name } };
        return true;
    }

    // hcert-spec, section 3.3.4: rejected after this moment, not at it as other tokens are (RFC 8392, section 3.1.4).
    static DateTimeOffset End(DateTimeOffset? expiry) => expiry?.AddTicks(1) ?? default;

    static DateTimeOffset? Date(CborItem? claim) =>
        claim is { } date ? NumericDate.From(date.Number ?? CborFloat.Of(date)) : null;

    static bool IsSomebody(CborItem certificate) =>
        certificate.Find("ver"u8) is { Kind: CborKind.Text }
        && certificate.Find("nam"u8) is { Kind: CborKind.Map }
        && certificate.Find("dob"u8) is { Kind: CborKind.Text };

    static (CertificateKinds Kinds, string? UniqueName) Entries(CborItem certificate)
    {
        var tests = Names(certificate.Find("t"u8));
        var vaccinations = Names(certificate.Find("v"u8));
        var recoveries = Names(certificate.Find("r"u8));
        var kinds = (tests.Count > 0 ? CertificateKinds.Test : CertificateKinds.None)
            | (vaccinations.Count > 0 ? CertificateKinds.Vaccination : CertificateKinds.None)
            | (recoveries.Count > 0 ? CertificateKinds.Recovery : CertificateKinds.None);
        List<string?> names = [.. tests, .. vaccinations, .. recoveries];
        var isOne = kinds is CertificateKinds.Test or CertificateKinds.Vaccination or CertificateKinds.Recovery;
        return (kinds, isOne && names.TrueForAll(name => name is { Length: > 0 }) ? names[0] : null);
    }

    static List<string?> Names(CborItem? entries) => entries is { Kind: CborKind.Array } array
        ? [.. array.Children().Take(MaxEntries).Select(entry => entry.Find("ci"u8)?.Text)]
        : [];
}
