using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes;

/// <summary>Certificates and tokens of other systems, made here, so that each part can be made wrong.</summary>
sealed class ForeignPass : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ForeignPass(params string[] purposes)
    {
        var request = new CertificateRequest("CN=Test,C=XX", key, HashAlgorithmName.SHA256);
        if (purposes.Length > 0)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], critical: false));
        using var certificate = request.CreateSelfSigned(Noon.AddYears(-1), Noon.AddYears(1));
        Issuer = Hc1Issuer.FromCertificate(certificate.RawData);
    }

    /// <summary>A moment at which everything is good.</summary>
    public static DateTimeOffset Noon { get; } = new(2022, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public IssuerKey Issuer { get; }

    public byte[] KeyId => Convert.FromBase64String(Issuer.Id.Value);

    public static byte[] Bytes(ReadOnlySpan<byte> content) => content.Length < 24
        ? [(byte)(0x40 | content.Length), .. content]
        : content.Length < 256 ? [0x58, (byte)content.Length, .. content] : [0x59, (byte)(content.Length >> 8), (byte)(content.Length & 0xFF), .. content];

    public static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. System.Text.Encoding.UTF8.GetBytes(text)];

    public static byte[] Number(long value) =>
        [0x1A, (byte)(value >> 24), (byte)((value >> 16) & 0xFF), (byte)((value >> 8) & 0xFF), (byte)(value & 0xFF)];

    /// <summary>Headers that name this key and ES256.</summary>
    public byte[] Headers() => [0xA2, 0x01, 0x26, 0x04, .. Bytes(KeyId)];

    /// <summary>A token about one vaccination, good on that day.</summary>
    public static byte[] Token(byte[]? certificate = null) =>
    [
        0xA4, 0x01, .. Text("XX"), 0x04, .. Number(Noon.AddHours(12).ToUnixTimeSeconds()), 0x06, .. Number(Noon.AddHours(-12).ToUnixTimeSeconds()),
        0x39, 0x01, 0x03, 0xA1, 0x01, .. certificate ?? Certificate(),
    ];

    /// <summary>A certificate about one thing.</summary>
    public static byte[] Certificate(string kind = "v", int entries = 1) =>
    [
        0xA4, .. Text("ver"), .. Text("1.3.0"), .. Text("dob"), .. Text("1960-04-16"), .. Text("nam"), 0xA0, .. Text(kind), (byte)(0x80 + entries),
        .. Enumerable.Range(0, entries).SelectMany(entry => (byte[])[0xA1, .. Text("ci"), .. Text($"URN:UVCI:{entry}")]),
    ];

    /// <summary>An envelope around a payload, signed.</summary>
    public byte[] Sign(byte[] headers, byte[] payload, byte[]? free = null, byte[]? head = null)
    {
        byte[] covered = [0x84, .. Text("Signature1"), .. Bytes(headers), 0x40, .. Bytes(payload)];
        return [.. head ?? [0xD2, 0x84], .. Bytes(headers), .. free ?? [0xA0], .. Bytes(payload), .. Bytes(key.SignData(covered, HashAlgorithmName.SHA256))];
    }

    public void Dispose()
    {
        Issuer.Key.Dispose();
        key.Dispose();
    }
}
