using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Passes.Compression;

namespace Checkpoint.Passes.Shc;

/// <summary>SMART Health Card (SMART Health Cards Framework 1.4).</summary>
sealed class ShcFormat : PassFormat
{
    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.Shc;

    /// <inheritdoc/>
    public override bool Recognises(string text) => text.StartsWith(ShcText.Prefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override PassReading Read(string text)
    {
        var fault = ShcText.TryRead(text, out var read);
        if (fault != PassFault.None || read is null)
            return new PassReading.Damaged(fault);
        return read.Part is { } part
            ? new PassReading.Plain(new(CodeOutcome.Part) { Part = part })
            : ReadToken(read.Token);
    }

    /// <summary>Takes a card apart that has been put together.</summary>
    public static PassReading Read(ShcCard card) => ReadToken(card.Token);

    static PassReading ReadToken(string text)
    {
        var fault = ShcToken.TryRead(text, out var token);
        if (token is null)
            return new PassReading.Damaged(fault);
        if (Zlib.TryExpandRaw(token.Payload) is not { } json)
            return new PassReading.Damaged(PassFault.Compression);
        return ShcJson.TryParse(json) is { ValueKind: JsonValueKind.Object } payload
            ? new PassReading.Signed(ToPass(token, payload, json))
            : new PassReading.Damaged(PassFault.Structure);
    }

    static SignedPass ToPass(ShcToken token, JsonElement payload, byte[] json)
    {
        var read = ShcPayload.Read(payload);
        return new(PassProfile.Shc, token.Key, SignatureAlgorithm.Es256, token.Covered, token.Signature)
        {
            Issuer = ShcJson.Text(payload, "iss"),
            IsBoundToIssuer = true,
            Claims = read is { } good
                ? new(UniqueName.ToPassId(SHA256.HashData(json)), PassClass.None, token.Key, Area: 0, good.Window.From, good.Window.Until)
                : null,
            Window = read?.Window ?? default,
            Document = new(json),
            RevocationName = read?.RevocationName,
        };
    }
}
