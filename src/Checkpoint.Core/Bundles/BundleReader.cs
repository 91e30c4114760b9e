using System.Text.Json;

namespace Checkpoint.Bundles;

/// <summary>From bytes that anybody may have brought to a bundle that somebody entitled has signed.</summary>
public static class BundleReader
{
    /// <summary>Version of the format, member <c>v</c>.</summary>
    public const int Format = 1;

    /// <summary>Members that every kind has.</summary>
    internal static readonly string[] HeaderMembers = ["v", "kind", "version", "issued", "expires"];

    /// <summary>Reads a bundle: size, form, signer, signature, header, right to sign, in that order.</summary>
    /// <param name="text">The bundle.</param>
    /// <param name="signers">Who may sign what.</param>
    /// <param name="refusal">Why it is refused, or <see cref="BundleRefusal.None"/>.</param>
    /// <param name="detail">More about it, for people; nothing of the content.</param>
    /// <returns>The bundle, or null.</returns>
    public static SignedBundle? TryRead(
        ReadOnlyMemory<byte> text, IEnumerable<BundleSigner> signers, out BundleRefusal refusal, out string detail)
    {
        detail = "";
        if (BundleEnvelope.TryRead(text, out refusal) is not { } envelope)
            return null;

        var signer = signers.FirstOrDefault(known => string.Equals(known.Fingerprint, envelope.Signer, StringComparison.Ordinal));
        refusal = signer is null ? BundleRefusal.UnknownSigner
            : envelope.IsSignedBy(signer.Key) ? BundleRefusal.None : BundleRefusal.BadSignature;
        if (refusal != BundleRefusal.None || TryHeader(envelope.Payload, out refusal, out detail) is not { } header)
            return null;

        refusal = signer!.Judge(header);
        return refusal == BundleRefusal.None ? new(header, envelope.Signer, envelope.Payload) : null;
    }

    /// <summary>Reads what a payload says of itself, signed or not.</summary>
    /// <param name="payload">UTF-8 JSON.</param>
    /// <param name="refusal">Why it cannot be read.</param>
    /// <param name="detail">More about it.</param>
    public static BundleHeader? TryHeader(ReadOnlyMemory<byte> payload, out BundleRefusal refusal, out string detail)
    {
        (refusal, detail) = (BundleRefusal.None, "");
        try
        {
            var json = BundleObject.Parse(payload);
            refusal = json.Whole("v", 1, int.MaxValue) > Format ? BundleRefusal.NewerFormat : BundleRefusal.None;
            return refusal == BundleRefusal.None ? Header(json) : null;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            (refusal, detail) = (BundleRefusal.Malformed, error is FormatException ? error.Message : "not JSON");
            return null;
        }
    }

    static BundleHeader Header(BundleObject json)
    {
        if (!Wire.WireName<BundleKind>.TryParse(json.Text("kind"), out var kind) || kind == BundleKind.None)
            throw json.Wrong("kind", "expected a kind of bundle");
        var header = new BundleHeader(kind, json.Whole("version", 1, int.MaxValue), json.Instant("issued"), json.OptionalInstant("expires"));
        return header.Expires is { } end && end <= header.Issued ? throw json.Wrong("expires", "expected a moment after issued") : header;
    }
}
