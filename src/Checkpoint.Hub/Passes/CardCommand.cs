using System.CommandLine;
using System.Globalization;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes.Cards;
using Checkpoint.Passes.Trust;
using Checkpoint.Scanning;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass card</c>: a self-test card of 24 codes to print, and the signed bundle that says what each is to come to.</summary>
static class CardCommand
{
    // A certificate says more than a pass: 57 modules at 30 mm are still 0.5 mm each.
    const int MaxCertificateVersion = 11;
    const int PixelsPerModule = 8;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var (key, lists) = (ToolOptions.Key("名单签发私钥 A signer's private key"), ToolOptions.Lists());
        var area = new Option<uint>("--area") { Description = "自检卡扮演的区域号 Area that the card plays", DefaultValueFactory = _ => 411625101 };
        var target = new Option<DirectoryInfo>("--out") { Description = "目录：card.html 和 codes/ Folder for card.html and codes/", Required = true };
        return new Command("card", "制作自检卡 Make a self-test card") { key, lists, area, target }.Does((given, output) =>
        {
            using var signer = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
            var county = new CountyLists(given.GetRequiredValue(lists).FullName);
            var state = county.State();
            var header = CountyLists.Next(state, BundleKind.Card, clock);
            using var codes = new CardCodes(header.Issued, given.GetRequiredValue(area));
            var card = ToCard(header, codes, given.GetRequiredValue(area));
            var page = Draw(codes, header.Version, given.GetRequiredValue(target).FullName);
            var file = county.Publish(state, BundleWriter.Sign(header, json => CardPayload.Write(json, card), signer)).File;
            output.WriteLine($"{page}: A4 打印，缩放 100 %，过塑挂在卡点 print on A4 at 100 %, laminate, hang at the post");
            output.WriteLine($"{file}: 随名单送到各盒 goes to the boxes with the lists");
            output.WriteLine("卡上的密钥已销毁，照片开不了门 the card's keys are gone, and no gate trusts them");
        });
    }

    static SelfTestCard ToCard(BundleHeader header, CardCodes codes, uint area) => new(
        header,
        new TrustList(header.Version, header.Issued, [codes.Issuer, codes.Certificate]),
        codes.Revoked,
        new GateScope([area], []),
        [.. codes.Codes.Select((code, i) => new CardCode(i + 1, CodeFingerprint.Of(new(Encoding.UTF8.GetBytes(code.Text))), code.Expected))]);

    static string Draw(CardCodes codes, int version, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "codes"));
        var cells = new List<SheetCode>();
        foreach (var code in codes.Codes)
        {
            using var picture = QrPicture.Draw(code.Text, MaxCertificateVersion);
            if (code.Damage > 0)
                CodeDamage.Bleach(picture, code.Damage);
            var number = string.Create(CultureInfo.InvariantCulture, $"{cells.Count + 1:00}");
            File.WriteAllBytes(Path.Combine(folder, "codes", number + ".png"), picture.ToPng(PixelsPerModule));
            cells.Add(new(number, code.Caption, picture.ToSvg(SheetPage.CodeMillimetres)));
        }

        var page = Path.Combine(folder, "card.html");
        File.WriteAllText(page, SheetPage.Make(string.Create(CultureInfo.InvariantCulture, $"卡点自检卡 Self-test card No {version}"), cells));
        return page;
    }
}
