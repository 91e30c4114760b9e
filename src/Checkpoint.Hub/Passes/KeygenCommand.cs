using System.CommandLine;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass keygen root|issuing|signer|hub</c>: makes keys.</summary>
static class KeygenCommand
{
    /// <summary>Months that passes of an issuing key are taken, from its own.</summary>
    public const int IssuingMonths = 3;

    /// <summary>Months that a signer may sign, from its own.</summary>
    public const int SignerMonths = 12;

    /// <summary>Months that a key of the hub is in use, from its own.</summary>
    public const int HubMonths = 12;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock) =>
        new("keygen", "生成密钥 Make a key") { Root(), Issuing(clock), Signer(clock), Hub(clock) };

    static Command Root()
    {
        var folder = Folder();
        return new Command("root", "县根密钥，离线保管 The county's root key: keep it offline") { folder }.Does((given, output) =>
        {
            using var key = KeyFiles.New();
            var target = given.GetRequiredValue(folder).FullName;
            output.WriteLine($"私钥（离线保管） private, keep offline: {KeyFiles.WritePrivate(target, "root", key)}");
            var open = Path.Combine(target, "root.pem");
            File.WriteAllText(open, key.ExportSubjectPublicKeyInfoPem() + "\n");
            output.WriteLine($"公钥（装到各卡点盒） public, goes to every box: {open}");
            output.WriteLine($"指纹（装机时核对） fingerprint, to compare at each box: {PublicKey.Fingerprint(key)}");
        });
    }

    static Command Issuing(TimeProvider clock)
    {
        var folder = Folder();
        var id = new Option<string>("--id") { Description = "密钥号，四位十六进制 Key id, four hexadecimal digits", Required = true };
        var month = Month(clock);
        var name = Name();
        var classes = new Option<string[]>("--classes") { Description = "可发的证类，默认全部 Classes it may issue; all if not given" };
        var areas = new Option<uint[]>("--areas") { Description = "可发的区域，默认全部 Areas it may issue for; all if not given", AllowMultipleArgumentsPerToken = true };
        return new Command("issuing", "发证密钥，一乡一月一把 A key that issues passes: one a township and month") { folder, id, month, name, classes, areas }
            .Does((given, output) =>
            {
                var digits = given.GetRequiredValue(id);
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || digits.Length != 4)
                    throw ToolOptions.Wrong("--id", digits, "0001 … ffff");
                var from = ToolOptions.Month(given.GetRequiredValue(month), clock);
                using var key = KeyFiles.New();
                var entry = new IssuerKey(PassProfile.Gp1, KeyId.Of(number), key, from, EndOf(given.GetRequiredValue(month), IssuingMonths, clock))
                {
                    Name = given.GetRequiredValue(name),
                    Fingerprint = PublicKey.Fingerprint(key),
                    Classes = [.. ToolOptions.Names<PassClass>(given.GetValue(classes) ?? [], "--classes")],
                    Areas = [.. given.GetValue(areas) ?? []],
                };
                Write(given.GetRequiredValue(folder).FullName, $"gp1-{entry.Id}-{given.GetRequiredValue(month)}", key, new(0, default, [entry]), output);
            });
    }

    static Command Signer(TimeProvider clock)
    {
        var folder = Folder();
        var month = Month(clock);
        var name = Name();
        var kinds = new Option<string[]>("--kinds")
        {
            Description = "可签的名单种类 Kinds it may sign",
            DefaultValueFactory = _ => ["revocation,policy,watchlist,card"],
        };
        return new Command("signer", "名单签发密钥 A key that signs lists") { folder, month, name, kinds }.Does((given, output) =>
        {
            using var key = KeyFiles.New();
            var entry = new BundleSigner(
                key,
                given.GetRequiredValue(name),
                [.. ToolOptions.Names<BundleKind>(given.GetRequiredValue(kinds), "--kinds")],
                ToolOptions.Month(given.GetRequiredValue(month), clock),
                EndOf(given.GetRequiredValue(month), SignerMonths, clock));
            if (entry.Kinds.Contains(BundleKind.Trust))
                throw new InvalidDataException("--kinds trust: 信任名单只能由根密钥签。 Only the root signs trust lists.");
            Write(given.GetRequiredValue(folder).FullName, $"signer-{given.GetRequiredValue(month)}", key, new(0, default, []) { Signers = [entry] }, output);
        });
    }

    static Command Hub(TimeProvider clock)
    {
        var folder = Folder();
        var month = Month(clock);
        var name = Name();
        var use = new Option<string>("--use") { Description = "用途：seal 封存个人信息，sign 签回执 What for: seal personal fields, sign receipts", Required = true };
        return new Command("hub", "中心密钥 A key of the hub") { folder, use, month, name }.Does((given, output) =>
        {
            using var key = KeyFiles.New();
            var entry = new HubKey(
                ToolOptions.Name<HubKeyUse>(given.GetRequiredValue(use), "--use"),
                key,
                ToolOptions.Month(given.GetRequiredValue(month), clock),
                EndOf(given.GetRequiredValue(month), HubMonths, clock))
            {
                Name = given.GetRequiredValue(name),
            };
            var file = $"hub-{WireName<HubKeyUse>.Of(entry.Use)}-{given.GetRequiredValue(month)}";
            Write(given.GetRequiredValue(folder).FullName, file, key, new(0, default, []) { HubKeys = [entry] }, output);
            output.WriteLine($"密钥号 key id: {entry.Id}");
        });
    }

    static void Write(
        string folder, string name, System.Security.Cryptography.ECDsa key, TrustList parts, TextWriter output)
    {
        output.WriteLine($"私钥 private key: {KeyFiles.WritePrivate(folder, name, key)}");
        output.WriteLine($"说明（交县里加入信任名单） description, for the trust list: {KeyFiles.WriteEntry(folder, name, parts)}");
    }

    static DateTimeOffset EndOf(string month, int months, TimeProvider clock)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(months);
        return ToolOptions.Month(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), clock).AddSeconds(-1);
    }

    static Option<DirectoryInfo> Folder() => new("--out") { Description = "密钥目录 Folder for the key", Required = true };

    static Option<string> Name() => new("--name") { Description = "持有单位 Who holds it: a village or an office", Required = true };

    static Option<string> Month(TimeProvider clock) => new("--month")
    {
        Description = "月份 Month, yyyy-MM",
        DefaultValueFactory = _ => clock.GetLocalNow().ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };
}
