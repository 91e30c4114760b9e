using System.Text;
using System.Text.Json;
using Checkpoint.Devices.Codes;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Hub.Passes.Inspecting;

public sealed class InspectCommandTests : IDisposable
{
    readonly CountyTools county = new CountyTools().Open();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_good_pass_is_told_with_its_issuer_its_dates_and_every_step()
    {
        var (text, number) = county.Issue("--household", "17", "--destination", "411625102", "--plate", "豫S12345", "--name", "李雷");

        var (code, output, _) = Inspect(text);

        code.ShouldBe(ExitCode.Ok);
        output.ShouldContain("our own pass");
        output.ShouldContain("class: resident");
        output.ShouldContain("area: 411625101");
        output.ShouldContain("destination: 411625102");
        output.ShouldContain($"number: {number}");
        output.ShouldContain("household: 17");
        output.ShouldContain("name check: 有 yes");
        output.ShouldContain("key: 0001 十里镇 (");
        output.ShouldContain("UTC\n");
        output.Split('\n').Count(line => line.StartsWith("  ✓", StringComparison.Ordinal)).ShouldBe(9);
        output.ShouldContain("at a gate: admit");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var (text, _) = county.Issue();

        var (code, output, errors) = Inspect(text, "--at", "2027-01-02T00:00Z", "--area", "7");

        code.ShouldBe(ExitCode.Data);
        output.ShouldContain("✗ 有效期 validity");
        output.ShouldContain("✗ 区域与证类 area and class");
        output.ShouldContain("at a gate: turn-back");
        errors.ShouldContain("1 of these codes");
    }

    [Fact]
    public void The_last_minute_of_a_pass_is_judged_as_the_gate_judges_it()
    {
        var (text, _) = county.Issue();
        var last = CountyTools.Clock.LocalTimeZone.GetUtcOffset(new DateTime(2026, 12, 20, 23, 59, 59, DateTimeKind.Unspecified));

        Inspect(text, "--at", "2026-12-20 23:59:59").Code.ShouldBe(ExitCode.Ok, last.ToString());
        Inspect(text, "--at", "2026-12-21").Code.ShouldBe(ExitCode.Data);
        Inspect(text, "--at", "tomorrow").Errors.ShouldContain("2026-11-21T08:30");
    }

    [Fact]
    public void A_pass_that_was_taken_back_or_whose_class_is_not_taken_says_so()
    {
        var (text, number) = county.Issue();
        CountyTools.Does("pass", "revoke", "--key", county["keys/signer-2026-11.key.pem"], "--lists", county["lists"], "--pass", number);

        Inspect(text, "--class", "visitor").Output.ShouldContain("✗ 作废 revocation: 已作废");
        Member(Inspect(text, "--class", "visitor", "--json").Output, "outcome").ShouldBe("revoked");
    }

    [Fact]
    public void A_pass_on_the_watchlist_is_told_to_stop()
    {
        var (text, number) = county.Issue();
        CountyTools.Does(
            "bundle", "watch", "--key", county["keys/signer-2026-11.key.pem"], "--lists", county["lists"], "--pass", number, "--batch", "b", "--from", "2026-11-01", "--until", "2026-12-31");

        var (code, output, _) = Inspect(text);

        code.ShouldBe(ExitCode.Data);
        output.ShouldContain("watchlist");
        output.ShouldContain("at a gate: hold");
    }

    [Fact]
    public void Without_lists_a_pass_is_read_and_nothing_is_said_of_its_signature()
    {
        var (code, output, _) = CountyTools.Run("pass", "inspect", county.Issue().Text);

        code.ShouldBe(ExitCode.Ok);
        output.ShouldContain("area: 411625101");
        output.ShouldContain("– 签名 signature: 未判断 not judged");
        output.ShouldContain("--lists");
        output.ShouldNotContain("at a gate");
    }

    [Theory]
    [InlineData("GP1:ABc", "at character 7")]
    [InlineData("GP1:BB8", "not all of it was copied")]
    [InlineData("你好", "no kind of code")]
    [InlineData("110101199003070000", "at character 18")]
    [InlineData("shc:/1/3/56", "one part of a card: give all its codes together (1/3)")]
    public void A_code_that_cannot_be_read_says_where_and_why(string text, string why)
    {
        var (code, output, _) = Inspect(text);

        code.ShouldBe(ExitCode.Data);
        output.ShouldContain(why);
    }

    [Theory]
    [InlineData("11010119900307109X", "19900307", "11****************")]
    [InlineData("https://health.gd.gov.cn/x?id=440106", "440106", "https://health.gd.gov.cn/***")]
    [InlineData("张三 13800000000", "138", "*** (14)")]
    public void What_may_name_somebody_is_masked_unless_asked_for(string text, string secret, string shown)
    {
        var masked = Inspect(text).Output + Inspect(text, "--json").Output;

        masked.ShouldContain(shown);
        masked.ShouldNotContain(secret);
        Inspect(text, "--show-personal").Output.ShouldContain(secret);
    }

    [Fact]
    public void Certificates_of_other_systems_are_told_without_who_they_are_about()
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());
        var foreign = corpus.Seeds.Where(seed => seed.Said.Document is not null).ToList();
        Assert.SkipWhen(foreign.Count == 0, DataFolder.WhySkipped);

        foreach (var group in foreign.GroupBy(seed => seed.Said.Profile).SelectMany(group => group.Take(20)))
        {
            var personal = Personal(group.Said.Document!.Root).Where(text => text.Length > 3).ToList();
            var masked = Inspect(group.Text).Output + Inspect(group.Text, "--json").Output;
            var whole = Inspect(group.Text, "--show-personal").Output;

            personal.ShouldNotBeEmpty();
            personal.ShouldAllBe(text => !masked.Contains(text, StringComparison.Ordinal) && whole.Contains(text, StringComparison.Ordinal), group.Name);
        }
    }

    [Fact]
    public void A_health_card_of_several_codes_is_put_together()
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());
        var card = corpus.Seeds.FirstOrDefault(seed => seed.Said.Profile == PassProfile.Shc);
        Assert.SkipWhen(card is null, DataFolder.WhySkipped);
        var digits = card!.Text["shc:/".Length..];
        var half = digits.Length / 4 * 2;

        var (code, output, _) = CountyTools.Run("pass", "inspect", "--json", $"shc:/2/2/{digits[half..]}", $"shc:/1/2/{digits[..half]}");

        code.ShouldBe(ExitCode.Ok);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        Member(output, "profile").ShouldBe("shc");
    }

    [Fact]
    public void Codes_come_from_the_input_one_a_line_as_bytes()
    {
        var (code, output, _) = CountyTools.Inspect([.. Encoding.UTF8.GetBytes(county.Issue().Text), 13, 10, 10, 0x47, 0xFF], "-", "--json", "--lists", county["lists"]);

        code.ShouldBe(ExitCode.Data);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => Member(line, "outcome")).ShouldBe(["valid", "not-text"]);
        lines[1].ShouldContain("\"at\":2");
    }

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        CountyTools.Run("pass", "inspect").Errors.ShouldContain("1 to 64");
        CountyTools.Run(["pass", "inspect", .. Enumerable.Repeat("x", InspectedCodes.MaxCodes + 1)]).Errors.ShouldContain("1 to 64");
    }

    [Fact]
    public void A_printed_pass_is_found_in_the_register_by_its_short_number()
    {
        CountyTools.Does(
            "pass", "sheet", "--key", county["keys/gp1-0001-2026-11.key.pem"], "--area", "1", "--from", "2026-11-21", "--until", "2026-12-20", "--count", "2", "--out", county["sheet.html"]);
        var (text, number) = county.Issue();
        File.AppendAllText(county["sheet.csv"], $"0001-003,{number},resident,411625101,,,\n");

        Inspect(text, "--register", county["sheet.csv"]).Output.ShouldContain("0001-003");
        Inspect(text).Output.ShouldNotContain("0001-003");
        File.WriteAllText(county["other.csv"], "nothing\n");
        Inspect(text, "--register", county["other.csv"]).Errors.ShouldContain("Not a register");
    }

    [Fact]
    public void A_picture_is_read_by_the_gates_own_decoder()
    {
        Assert.SkipUnless(ZxingDecoder.IsInstalled || ZbarDecoder.IsInstalled, "No library for QR codes: install libzxing3 or libzbar0.");
        CountyTools.Does(
            "pass", "issue", "--key", county["keys/gp1-0001-2026-11.key.pem"], "--area", "7", "--from", "2026-11-21", "--until", "2026-12-20", "--out", county["pass.png"]);

        Inspect("--picture", county["pass.png"]).Output.ShouldContain("area: 7\n");
        File.WriteAllText(county["no.png"], "no picture");
        Inspect("--picture", county["no.png"]).Code.ShouldBe(ExitCode.Data);
    }

    [Fact]
    public void What_a_stranger_wrote_moves_no_terminal()
    {
        PlainText.Of("a\u001b[2Jb\u202ec\u2028\ud800").ShouldBe("a\uFFFD[2Jb\uFFFDc\uFFFD\uFFFD");
        PlainText.Of(new string('x', PlainText.MaxLength + 1)).ShouldBe(new string('x', PlainText.MaxLength) + "…");
    }

    [Fact]
    public void There_are_words_for_every_outcome_of_a_code_that_was_shown_and_for_every_fault()
    {
        var skipped = new[] { CodeOutcome.None, CodeOutcome.NoPhone, CodeOutcome.NotShown, CodeOutcome.ByHand };

        foreach (var outcome in Enum.GetValues<CodeOutcome>().Except(skipped))
            OutcomeWords.Of(outcome).Chinese.ShouldNotBeEmpty();
        foreach (var fault in Enum.GetValues<PassFault>().Skip(1))
            FaultWords.Of(fault).English.ShouldNotBeEmpty();
        foreach (var profile in Enum.GetValues<PassProfile>())
            ProfileWords.Of(profile).English.ShouldNotBeEmpty();
    }

    (int Code, string Output, string Errors) Inspect(params string[] arguments) =>
        CountyTools.Run(["pass", "inspect", "--lists", county["lists"], .. arguments]);

    static string? Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetString();
    }

    // Names and dates of birth, wherever these systems write them.
    static IEnumerable<string> Personal(JsonElement json, bool isPersonal = false) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Personal(
            member.Value, isPersonal || member.Name is "nam" or "dob" or "name" or "birthDate" or "givenName" or "familyName" or "identifier")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Personal(item, isPersonal)),
        JsonValueKind.String when isPersonal => [json.GetString()!],
        _ => [],
    };
}
