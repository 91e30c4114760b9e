using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary>
/// An EU certificate about nobody, for a self-test card: the smallest that the schema allows, signed by a key whose certificate is made for it
/// (hcert-spec 1.0.5).
/// </summary>
static class TestCertificate
{
    const string Subject = "C=XX, CN=Checkpoint self-test card";

    /// <summary>The entry of the card's trust list for a key.</summary>
    public static IssuerKey Issuer(ECDsa key, DateTimeOffset from, DateTimeOffset until)
    {
        using var certificate = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);
        var digest = SHA256.HashData(certificate.RawData);
        return new(PassProfile.Hc1, new(Convert.ToBase64String(digest.AsSpan(..8))), key, from, until)
        {
            Issuer = "XX",
            Fingerprint = Convert.ToHexStringLower(digest),
            Name = "self-test card",
        };
    }

    /// <summary>Issues one.</summary>
    /// <param name="issuer">The key's entry.</param>
    /// <param name="key">The key.</param>
    /// <param name="number">Tells it from others.</param>
    public static string Issue(IssuerKey issuer, ECDsa key, int number)
    {
        var header = new CborWriter().Map(2).Number(1).Number(-7).Number(4).Bytes(Convert.FromBase64String(issuer.Id.Value)).ToArray();
        var claims = Claims(issuer, number);
        var covered = new CborWriter().List(4).Text("Signature1").Bytes(header).Bytes([]).Bytes(claims).ToArray();
        var signature = key.SignData(covered, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var message = new CborWriter().Tag(18).List(4).Bytes(header).Map(0).Bytes(claims).Bytes(signature).ToArray();
        return "HC1:" + Base45.Encode(Compress(message));
    }

    static byte[] Claims(IssuerKey issuer, int number) => new CborWriter()
        .Map(4)
        .Number(1).Text("XX")
        .Number(4).Number(issuer.NotAfter.ToUnixTimeSeconds())
        .Number(6).Number(issuer.NotBefore.ToUnixTimeSeconds())
        .Number(-260).Map(1).Number(1).Map(4)
            .Text("v").List(1).Map(1).Text("ci").Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"URN:UVCI:01:XX:{number}#0"))
            .Text("dob").Text("")
            .Text("nam").Map(1).Text("fnt").Text("TEST")
            .Text("ver").Text("1.3.0")
        .ToArray();

    static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize))
            zlib.Write(bytes);
        return target.ToArray();
    }
}
