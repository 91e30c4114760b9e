using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkpoint.Passes;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Lab.Shc;

/// <summary>The gate's own chain for health cards, and codes made for stages that come before a code.</summary>
/// <param name="trust">The issuers' keys.</param>
/// <param name="time">When cards are checked.</param>
sealed class ShcGate(TrustList trust, DateTimeOffset time) : IDisposable
{
    readonly ECDsa own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly PassVerifier verifier = new(new(trust));

    /// <summary>Shows codes one after the other, as they are.</summary>
    public string Show(IEnumerable<string> codes) => Show(verifier, [.. codes.Select(Some.Symbol)]);

    /// <summary>Shows what a decoder read.</summary>
    public string Show(IReadOnlyList<Symbol> symbols) => Show(verifier, symbols);

    /// <summary>Shows a token: in one code if it fits or must, else in several.</summary>
    public string ShowToken(string token, bool inOne) => Show(inOne ? [ShcDigits.Code(token)] : ShcDigits.Codes(token));

    /// <summary>Signs a payload with a key of the lab's own, listed under the payload's issuer, and shows it.</summary>
    public string ShowPayload(byte[] payload)
    {
        var point = own.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        var kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        var jwks = Encoding.UTF8.GetBytes($$"""{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"{{kid}}","x":"{{x}}","y":"{{y}}"}]}""");
        using var json = JsonDocument.Parse(payload);
        var keys = ShcIssuer.Read(json.RootElement.GetProperty("iss").GetString()!, jwks, out _);
        var covered = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"zip":"DEF","alg":"ES256","kid":"{{kid}}"}"""))
            + "." + Base64Url.EncodeToString(Deflate(payload));
        var signature = own.SignData(Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256);
        return Show(
            new(new(new TrustList(1, time, keys))),
            [.. ShcDigits.Codes($"{covered}.{Base64Url.EncodeToString(signature)}").Select(Some.Symbol)]);
    }

    /// <summary>Puts a bundle of medical records into a payload.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> bundle) => Encoding.UTF8.GetBytes(
        """{"iss":"https://lab.example","nbf":1620000000,"vc":{"type":["https://smarthealth.cards#health-card"],"credentialSubject":"""
        + """{"fhirVersion":"4.0.1","fhirBundle":""" + JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(bundle)) + "}}}");

    /// <inheritdoc/>
    public void Dispose() => own.Dispose();

    // As a gate does: parts are kept until the card is whole; a code that is no part is judged by itself.
    string Show(PassVerifier checker, IReadOnlyList<Symbol> symbols)
    {
        var parts = ShcParts.None;
        var last = new CodeCheck(CodeOutcome.NotShown);
        foreach (var symbol in symbols)
        {
            parts = parts.Take(symbol, TimeSpan.Zero, out var card);
            last = card is null ? checker.Check(symbol, Some.At(time)) : checker.Check(card, Some.At(time));
        }

        return last.Fault is { } fault ? $"{last.Outcome} {fault}" : $"{last.Outcome}";
    }

    static byte[] Deflate(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionLevel.SmallestSize))
            deflate.Write(bytes);
        return stream.ToArray();
    }
}
