using System.Globalization;
using Checkpoint.Passes;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Passes.Trust;
using Checkpoint.Policies;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>Tells of one code in words, one fact a line.</summary>
/// <param name="zone">For local times.</param>
/// <param name="output">Where to.</param>
sealed class InspectReport(TimeZoneInfo zone, TextWriter output)
{
    const int LastYear = 9999;

    /// <summary>Tells of a code.</summary>
    public static void Write(InspectedPass pass, TimeZoneInfo zone, TextWriter output) => new InspectReport(zone, output).Write(pass);

    void Write(InspectedPass pass)
    {
        var profile = ProfileWords.Of(pass.Check.Profile);
        Line("种类", "kind", $"{profile.Chinese} {profile.English}{(pass.Check.Origin is { } origin ? $": {origin.Chinese} ({origin.English})" : "")}");
        if (TextWords.Of(pass) is { } text)
            Line("文字", "text", text);
        if (pass.Inspection.Claims is { } claims)
            Write(pass, claims);
        if (pass.Inspection.Names is { } key)
            Line("密钥", "key", $"{PlainText.Of(key.Value)} {Owner(pass)}");
        if (pass.Inspection.Issuer is { } issuer)
            Line("签发者", "issuer", PlainText.Of(issuer));
        if (pass.Inspection.Document is { } document)
        {
            foreach (var (path, value) in DocumentLines.Of(document, pass.ShowsPersonal))
                output.WriteLine($"    {path}: {value}");
        }

        Steps(pass);
    }

    void Write(InspectedPass pass, PassClaims claims)
    {
        if (claims.Class != PassClass.None)
            Line("证类", "class", WireName<PassClass>.Of(claims.Class));
        if (claims.Area > 0)
            Line("区域", "area", Text(claims.Area));
        if (claims.Destination is { } goal)
            Line("去往", "destination", Text(goal));
        Line("证号", "number", $"{pass.Number}{(pass.ShortNumber is { } printed ? $"，短号 on the sheet {printed}" : "")}");
        Line("有效", "valid", $"{Span(claims.NotBefore, claims.NotAfter, zone)} {Offset(claims.NotBefore)} = {Span(claims.NotBefore, claims.NotAfter, TimeZoneInfo.Utc)} UTC");
        if (claims.Household is { } household)
            Line("户号", "household", Text(household));
        if (claims.Vehicle is { } vehicle)
            Line("车牌校验", "plate check", pass.ShowsPersonal ? vehicle.ToString("x8", CultureInfo.InvariantCulture) : "有 yes");
        if (claims.NameCheck is { } name)
            Line("姓名校验", "name check", pass.ShowsPersonal ? name.ToString("x4", CultureInfo.InvariantCulture) : "有 yes");
    }

    void Steps(InspectedPass pass)
    {
        Line("判断时间", "judged at", $"{Local(pass.At, zone)} {Offset(pass.At)}{(pass.Lists is { } lists ? string.Create(CultureInfo.InvariantCulture, $"，信任名单第 {lists.Trust.Version} 版 trust list {lists.Trust.Version}，作废名单第 {lists.Revoked.Version} 版 revocation list {lists.Revoked.Version}") : "")}");
        foreach (var finding in pass.Inspection.Findings)
        {
            var step = StepWords.Of(finding.Step);
            var words = Words(pass, finding);
            output.WriteLine($"  {Mark(pass, finding)} {step.Chinese} {step.English}: {words.Chinese} {words.English}");
        }

        if (pass.Check.IsWatched)
            output.WriteLine("  ✗ 关注名单 watchlist: 在名单上 on the list");
        if (pass.IsUnjudged)
        {
            output.WriteLine("未核验：请用 --lists 给出名单目录。 Not verified: give the folder of lists with --lists.");
            return;
        }

        var told = pass.Decision.Words;
        Line("在卡点", "at a gate", $"{WireName<Verdict>.Of(pass.Decision.Verdict)}: {told.Chinese} {told.English}");
    }

    static Words Words(InspectedPass pass, PassFinding finding)
    {
        if (finding.Outcome is not { } outcome || IsOpen(pass, finding))
            return new("未判断", "not judged");
        if (finding.Step == PassStep.Revocation && outcome == CodeOutcome.Valid && pass.Lists is { Revoked.Version: 0 })
            return new("没有作废名单", "no revocation list here");
        var words = OutcomeWords.Of(outcome);
        if (outcome == CodeOutcome.Part && pass.Check.Part is { } part)
            return new($"{words.Chinese}（{part.Number}/{part.Of}）", $"{words.English} ({part.Number}/{part.Of})");
        if (outcome == CodeOutcome.Damaged && pass.Check.Fault is { } fault)
            words = FaultWords.Of(fault);
        return outcome != CodeOutcome.Valid && pass.Inspection.At is { } at
            ? new(words.Chinese + string.Create(CultureInfo.InvariantCulture, $"，第 {at} 个字符处"), words.English + string.Create(CultureInfo.InvariantCulture, $", at character {at}"))
            : words;
    }

    static bool IsOpen(InspectedPass pass, PassFinding finding) => pass.Lists is null && finding.Outcome == CodeOutcome.UnknownIssuer;

    static char Mark(InspectedPass pass, PassFinding finding) => finding.Outcome switch
    {
        null => '–',
        CodeOutcome.Valid => '✓',
        CodeOutcome.IdentityOnly or CodeOutcome.HealthCode => '?',
        _ => IsOpen(pass, finding) ? '–' : '✗',
    };

    static string Owner(InspectedPass pass)
    {
        IEnumerable<IssuerKey> keys = pass.Inspection.Signer is { } signer ? [signer] : pass.Inspection.Listed;
        return string.Join("; ", keys.Select(key => string.Create(
            CultureInfo.InvariantCulture,
            $"{PlainText.Of(key.Name)} ({(key.Fingerprint.Length >= 16 ? key.Fingerprint[..16] : "")}, {key.NotBefore:yyyy-MM-dd} … {key.NotAfter:yyyy-MM-dd})")));
    }

    string Offset(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"本地 local (UTC{TimeZoneInfo.ConvertTime(at, zone):zzz})");

    static string Span(DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone) => $"{Local(from, zone)} … {(until.Year == LastYear ? "无期限 no end" : Local(until, zone))}";

    static string Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);

    void Line(string chinese, string english, string value) => output.WriteLine($"{chinese} {english}: {value}");
}
