using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary>The options of <c>bundle trust</c> that name other systems' issuers by what these publish: certificates, documents, key sets.</summary>
/// <param name="clock">For the days that they are trusted.</param>
sealed class ForeignIssuers(TimeProvider clock)
{
    /// <summary>A larger file is none of these.</summary>
    public const int MaxFileBytes = 4 << 20;

    const string CertificateLabel = "CERTIFICATE";

    readonly Option<FileInfo[]> certificates = Files("--hc1", "欧盟签发证书（PEM 或 DER） Certificates of EU document signers, PEM or DER");
    readonly Option<FileInfo[]> documents = Files("--nzcp", "新西兰签发文件 did.json Documents of New Zealand issuers");
    readonly Option<FileInfo[]> keySets = Files("--shc", "健康卡密钥集 jwks.json，须给 --iss Key sets of one health card issuer; needs --iss");
    readonly Option<string?> issuer = new("--iss") { Description = "健康卡上的签发者网址 The issuer's address as its cards name it" };
    readonly Option<string?> name = new("--name") { Description = "这些签发者的名称 Who these issuers are, for people" };
    readonly Option<string?> from = new("--from") { Description = "信任起 First day trusted, yyyy-MM-dd; a certificate's own if not given" };
    readonly Option<string?> until = new("--until") { Description = "信任止 Last day trusted, yyyy-MM-dd; a certificate's own if not given" };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [certificates, documents, keySets, issuer, name, from, until];

    /// <summary>Reads the entries for the trust list; the keys of the list are never disposed of before the program ends.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be, or it is not said until when its keys are trusted.</exception>
    public IReadOnlyList<IssuerKey> Read(ParseResult given, TextWriter output)
    {
        List<IssuerKey> keys =
        [
            .. Given(certificates).SelectMany(Certificates),
            .. Given(documents).SelectMany(file => Some(file, NzcpIssuer.Read(ReadFile(file)))),
            .. Given(keySets).SelectMany(file => KeySet(file, given.GetValue(issuer), output)),
        ];
        var first = given.GetValue(from) is { } day ? ToolOptions.From(day, clock) : (DateTimeOffset?)null;
        var last = given.GetValue(until) is { } end ? ToolOptions.Until(end, clock) : (DateTimeOffset?)null;
        return keys.ConvertAll(key => InTime(key, first, last) with { Name = given.GetValue(name) ?? key.Issuer ?? "" });

        FileInfo[] Given(Option<FileInfo[]> option) => given.GetValue(option) ?? [];
    }

    // A certificate has its own dates; the others have none, and nobody is to be trusted for ever by leaving a word out.
    IssuerKey InTime(IssuerKey key, DateTimeOffset? first, DateTimeOffset? last)
    {
        if (key.NotAfter == DateTimeOffset.MaxValue && last is null)
            throw new InvalidDataException("--until: 密钥本身没有期限，请写明信任到哪天。 These keys have no dates of their own: say until when they are trusted.");
        var dated = key with { NotBefore = first ?? key.NotBefore, NotAfter = last ?? key.NotAfter };
        return dated.NotAfter > dated.NotBefore && dated.NotAfter > clock.GetUtcNow() ? dated : throw Over(dated);
    }

    static InvalidDataException Over(IssuerKey key) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{key.Id}: 信任期已过（{key.NotBefore:yyyy-MM-dd}…{key.NotAfter:yyyy-MM-dd}）；确需信任请给 --until。 Its time is over; if it is to be trusted all the same, give --until."));

    static IEnumerable<IssuerKey> Certificates(FileInfo file)
    {
        var bytes = ReadFile(file);
        var pem = bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0 ? Encoding.ASCII.GetString(bytes) : null;
        return Some(file, [.. (pem is null ? [bytes] : Certificates(pem)).Select(der => Certificate(file, der))]);
    }

    static List<byte[]> Certificates(string pem)
    {
        var found = new List<byte[]>();
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (rest[fields.Label].SequenceEqual(CertificateLabel))
                found.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
        }

        return found;
    }

    static IssuerKey Certificate(FileInfo file, byte[] der)
    {
        try
        {
            return Hc1Issuer.FromCertificate(der);
        }
        catch (CryptographicException error)
        {
            throw new InvalidDataException($"{file.Name}: 不是可用的证书。 Not a certificate that can be used: {error.Message}", error);
        }
    }

    static IEnumerable<IssuerKey> KeySet(FileInfo file, string? issuer, TextWriter output)
    {
        if (issuer is null)
            throw new InvalidDataException("--iss: 密钥集里没有签发者，请写明卡上的网址。 A key set does not name its issuer: give the address that its cards name.");
        var keys = ShcIssuer.Read(issuer, ReadFile(file), out var refused);
        foreach (var (place, why) in refused)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: 第 {place + 1} 把不收 key {place + 1} is not taken ({why})"));
        return Some(file, keys);
    }

    static IEnumerable<IssuerKey> Some(FileInfo file, IReadOnlyCollection<IssuerKey> keys) => keys.Count > 0
        ? keys
        : throw new InvalidDataException($"{file.Name}: 没有可用的密钥。 No key in it can be used.");

    static byte[] ReadFile(FileInfo file) => file.Length <= MaxFileBytes
        ? File.ReadAllBytes(file.FullName)
        : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: 文件过大。 Larger than {MaxFileBytes} bytes: not a file of keys."));

    static Option<FileInfo[]> Files(string name, string what) => new(name) { Description = what, AllowMultipleArgumentsPerToken = true };
}
