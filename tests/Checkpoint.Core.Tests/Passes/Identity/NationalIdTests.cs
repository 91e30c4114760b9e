using System.Text.Json;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Identity;

public sealed class NationalIdTests
{
    static readonly PassVerifier Verifier = new(PassLists.Empty);

    [Fact]
    public void Numbers_of_the_data_are_told_right_from_wrong()
    {
        var file = DataFolder.Find("sensors/gb11643_vectors.json");
        Assert.SkipWhen(file is null, DataFolder.WhySkipped);
        using var json = JsonDocument.Parse(File.ReadAllText(file!));

        foreach (var vector in json.RootElement.GetProperty("ids").EnumerateArray())
        {
            var outcome = Check(vector.GetProperty("id").GetString()!).Outcome;

            outcome.ShouldBe(
                vector.GetProperty("valid").ValueKind switch
                {
                    JsonValueKind.True => CodeOutcome.IdentityOnly,
                    JsonValueKind.False => CodeOutcome.IdNumberWrong,
                    _ => CodeOutcome.NotAPass, // first generation, 15 digits: no longer valid since 2013
                },
                vector.GetRawText());
        }
    }

    [Theory]
    [InlineData("11010519491231002X", CodeOutcome.IdentityOnly)]
    [InlineData("11010519491231002x", CodeOutcome.IdentityOnly)]
    [InlineData(" 11010519491231002X ", CodeOutcome.IdentityOnly)]
    [InlineData("身份证号：11010519491231002X", CodeOutcome.IdentityOnly)]
    [InlineData("公民身份号码 11010519491231002X", CodeOutcome.IdentityOnly)]
    [InlineData("id:11010519491231002X", CodeOutcome.IdentityOnly)]
    [InlineData("110105194912310020", CodeOutcome.IdNumberWrong)] // check character
    [InlineData("411625196202290013", CodeOutcome.IdNumberWrong)] // no such day
    [InlineData("990105194912310023", CodeOutcome.IdNumberWrong)] // no such province
    [InlineData("11010519491231002", CodeOutcome.NotAPass)]
    [InlineData("11010519491231002XX", CodeOutcome.NotAPass)]
    [InlineData("1101051949123100２X", CodeOutcome.NotAPass)] // a wide digit
    public void A_number_is_recognised_bare_or_behind_a_common_word(string text, CodeOutcome outcome) => Check(text).Outcome.ShouldBe(outcome);

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        const string right = "34052419800101001X";
        for (var at = 0; at < right.Length - 1; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var text = right[..at] + digit + right[(at + 1)..];
                Check(text).Outcome.ShouldBe(string.Equals(text, right, StringComparison.Ordinal) ? CodeOutcome.IdentityOnly : CodeOutcome.IdNumberWrong);
            }
        }
    }

    [Fact]
    public void A_number_goes_no_further_than_to_be_sealed_and_a_wrong_one_nowhere()
    {
        Check("11010519491231002x").ShouldBe(new(CodeOutcome.IdentityOnly) { Profile = PassProfile.NationalId, IdNumber = new("11010519491231002X") });
        Check("110105194912310020").ShouldBe(new(CodeOutcome.IdNumberWrong) { Profile = PassProfile.NationalId });
    }

    [Theory]
    [InlineData("https://s.sh.gov.cn/abc?d=1", "随申码", "Shanghai")]
    [InlineData("HTTPS://S.SH.GOV.CN/abc", "随申码", "Shanghai")]
    [InlineData("https://jsstm.jszwfw.gov.cn/jkmIndex.html?token=1", "苏康码", "Jiangsu")]
    [InlineData("https://sh.gov.cn", "随申码", "Shanghai")]
    public void A_provinces_health_code_is_known_by_its_host(string text, string name, string region) =>
        Check(text).ShouldBe(new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Origin = new(name, region) });

    [Theory]
    [InlineData("http://s.sh.gov.cn/abc")] // nobody can be sure who answers
    [InlineData("https://s.sh.gov.cn.example.org/abc")]
    [InlineData("https://notsh.gov.cn/abc")]
    [InlineData("https://s.sh.gov.cn@example.org/abc")]
    [InlineData("https://user@s.sh.gov.cn/abc")]
    [InlineData("https://example.org/?s.sh.gov.cn")]
    [InlineData("https://")]
    [InlineData("https://[")]
    public void Another_address_is_no_health_code(string text) => Check(text).ShouldBe(new(CodeOutcome.NotAPass));

    static CodeCheck Check(string text) => Verifier.Check(Some.Symbol(text), Some.At(Some.Moment));
}
