using System.Security.Cryptography;
using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Passes;

public sealed class PassVerifierTests : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly PassVerifier verifier;

    public PassVerifierTests() => verifier = new(Some.Lists(Some.Claims().Key, key));

    public void Dispose()
    {
        key.Dispose();
        foreign.Dispose();
    }

    [Fact]
    public void A_good_pass_is_valid_and_tells_its_claims() =>
        Check(Gp1.Issue(Some.Claims(), key)).ShouldBe(new(CodeOutcome.Valid, Some.Claims()) { Profile = PassProfile.Gp1 });

    [Fact]
    public void A_pass_signed_by_a_foreign_key_under_a_known_name_does_not_verify() =>
        Check(Gp1.Issue(Some.Claims(), foreign)).Outcome.ShouldBe(CodeOutcome.BadSignature);

    [Fact]
    public void A_pass_of_a_key_that_is_not_on_the_list_is_not_called_forged() =>
        Check(Gp1.Issue(Some.Claims(key: 8), foreign)).Outcome.ShouldBe(CodeOutcome.UnknownIssuer);

    [Fact]
    public void Without_any_key_every_issuer_is_unknown() =>
        new PassVerifier(PassLists.Empty)
            .Check(Some.Symbol(Gp1.Issue(Some.Claims(), key)), Some.At(Some.Moment))
            .Outcome.ShouldBe(CodeOutcome.UnknownIssuer);

    [Theory]
    [InlineData("2022-03-31T23:59:59.999Z", CodeOutcome.NotYetValid)]
    [InlineData("2022-04-01T00:00:00.000Z", CodeOutcome.Valid)]
    [InlineData("2022-04-01T23:59:00.000Z", CodeOutcome.Valid)]
    [InlineData("2022-04-01T23:59:59.999Z", CodeOutcome.Valid)]
    [InlineData("2022-04-02T00:00:00.000Z", CodeOutcome.Expired)]
    public void A_pass_is_good_from_its_first_minute_through_its_last(string now, CodeOutcome outcome) =>
        Check(Gp1.Issue(Some.Claims(), key), now).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData(ClockQuality.Unknown, CodeOutcome.ClockNotTrusted)]
    [InlineData(ClockQuality.Estimated, CodeOutcome.Valid)]
    [InlineData(ClockQuality.Rtc, CodeOutcome.Valid)]
    [InlineData(ClockQuality.Synced, CodeOutcome.Valid)]
    public void Dates_are_not_judged_by_a_clock_that_knows_nothing(ClockQuality clock, CodeOutcome outcome) =>
        verifier.Check(Some.Symbol(Gp1.Issue(Some.Claims(), key)), new(Some.Moment, clock, TimeSpan.Zero)).Outcome.ShouldBe(outcome);

    [Fact]
    public void An_unknown_clock_hides_no_bad_signature() =>
        verifier.Check(Some.Symbol(Gp1.Issue(Some.Claims(), foreign)), new(Some.Moment, ClockQuality.Unknown, TimeSpan.Zero)).Outcome
            .ShouldBe(CodeOutcome.BadSignature);

    [Fact]
    public void Extras_are_covered_by_the_signature()
    {
        var bytes = new byte[24 + 3];
        Base45.TryDecode(Gp1.Issue(Some.Claims(), key).AsSpan(Gp1.Prefix.Length), out var plain);
        plain.AsSpan(..24).CopyTo(bytes);
        (bytes[24], bytes[25]) = (0x7f, 1);
        var signed = key.SignData(bytes, HashAlgorithmName.SHA256);
        LowS.Give(signed);

        var good = Check(Gp1.Prefix + Base45.Encode([.. bytes, .. signed]));
        bytes[26] ^= 1;
        var changed = Check(Gp1.Prefix + Base45.Encode([.. bytes, .. signed]));

        good.Outcome.ShouldBe(CodeOutcome.Valid);
        changed.Outcome.ShouldBe(CodeOutcome.BadSignature);
    }

    [Fact]
    public void What_cannot_be_a_pass_has_an_outcome_of_its_own_and_no_claims()
    {
        Check(new Symbol(default)).ShouldBe(new(CodeOutcome.Empty));
        Check(new Symbol(new byte[4096])).ShouldBe(new(CodeOutcome.TooLong));
        Check(new Symbol(new byte[] { 0xff, 0xfe })).ShouldBe(new(CodeOutcome.NotText));
        Check(new Symbol(Encoding.UTF8.GetBytes(Gp1.Issue(Some.Claims(), key)), IsPart: true)).ShouldBe(new(CodeOutcome.Part));
        Check("https://example.org/health?id=1").ShouldBe(new(CodeOutcome.NotAPass));
        Check("33010619900101123").ShouldBe(new(CodeOutcome.NotAPass));
    }

    CodeCheck Check(string text, string? now = null) => verifier.Check(
        Some.Symbol(text),
        Some.At(now is null ? Some.Moment : DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    CodeCheck Check(Symbol symbol) => verifier.Check(symbol, Some.At(Some.Moment));
}
