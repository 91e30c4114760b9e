using System.CommandLine;
using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Lab.Seeds;

/// <summary>
/// <c>seeds DIR</c>: makes the demonstration's crowd, its codes, and the root key and trust list of its gate. The private keys are thrown away, so that
/// nobody can issue demonstration passes later; but for the hub's two, which the demonstration's hub needs and everybody may read.
/// </summary>
static class SeedsCommand
{
    static readonly KeyId Trusted = KeyId.Of(1);
    static readonly KeyId Foreign = KeyId.Of(2);
    static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Until = new(2049, 12, 31, 23, 59, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Signed = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Past = new(2020, 12, 31, 23, 59, 0, TimeSpan.Zero);
    static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where to write; what is there of the same name is replaced." };
        var command = new Command("seeds", "Make the demonstration's crowd, codes and trusted key.") { folder };
        command.SetAction(arguments => Make(arguments.GetRequiredValue(folder).FullName));
        return command;
    }

    static int Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "codes"));
        Directory.CreateDirectory(Path.Combine(folder, "lists"));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        WriteTrust(folder, issuer);

        var codes = Codes(issuer, stranger);
        foreach (var (index, (name, text)) in codes.Index())
            CodePicture.Write(Path.Combine(folder, "codes", name + ".png"), text, seed: index + 1);
        File.WriteAllText(Path.Combine(folder, "crowd.json"), DemoCrowd.Make().ToJsonString(Indented) + "\n");

        Console.WriteLine($"{codes.Count} codes and a crowd of {DemoCrowd.Make().Count} parties in {folder}");
        Console.WriteLine($"{codes.Count} passed, 0 failed");
        return 0;
    }

    static void WriteTrust(string folder, ECDsa issuer)
    {
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new IssuerKey(PassProfile.Gp1, Trusted, issuer, From, Until.AddMinutes(1)) { Fingerprint = PublicKey.Fingerprint(issuer), Name = "demonstration" };
        using var seal = HubKeyFile(folder, "hub-seal");
        using var sign = HubKeyFile(folder, "hub-sign");
        var list = new TrustList(0, default, [key])
        {
            HubKeys = [HubKey(HubKeyUse.Seal, seal), HubKey(HubKeyUse.Sign, sign)],
        };
        var header = new BundleHeader(BundleKind.Trust, 1, Signed);
        File.WriteAllText(Path.Combine(folder, "root.pem"), root.ExportSubjectPublicKeyInfoPem() + "\n");
        File.WriteAllBytes(
            Path.Combine(folder, "lists", BundleFolder.NameOf(header)),
            BundleWriter.Sign(header, json => TrustPayload.Write(json, list), root));
    }

    static HubKey HubKey(HubKeyUse use, ECDsa key) => new(use, key, From, Until.AddMinutes(1)) { Name = "demonstration" };

    static ECDsa HubKeyFile(string folder, string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(Path.Combine(folder, "keys", name + ".key.pem"), key.ExportPkcs8PrivateKeyPem() + "\n");
        return key;
    }

    static List<(string Name, string Text)> Codes(ECDsa issuer, ECDsa stranger)
    {
        var codes = Enumerable.Range(1, DemoCrowd.GoodPasses)
            .Select(n => (DemoCrowd.PassName(n), Gp1.Issue(Claims(n, Trusted, Until), issuer)))
            .ToList();
        codes.Add((DemoCrowd.Expired, Gp1.Issue(Claims(101, Trusted, Past), issuer)));
        codes.Add((DemoCrowd.Forged, Gp1.Issue(Claims(102, Trusted, Until), stranger)));
        codes.Add((DemoCrowd.OtherCounty, Gp1.Issue(Claims(103, Foreign, Until), stranger)));
        codes.Add((DemoCrowd.Poster, "https://example.org/notice/2022"));
        codes.Add((DemoCrowd.HealthCode, "https://health.gd.gov.cn/demonstration"));
        return codes;
    }

    static PassClaims Claims(int number, KeyId key, DateTimeOffset until)
    {
        var id = PassId.FromBytes(SHA256.HashData(BitConverter.GetBytes(number)));
        return new(id, PassClass.Resident, key, Area: 411625_101, From, until);
    }
}
