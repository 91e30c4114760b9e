using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Hc1;

public sealed class Hc1Tests : IDisposable
{
    const string Vaccination = "1.3.6.1.4.1.1847.2021.1.2";

    readonly ForeignPass issuer = new();

    public void Dispose() => issuer.Dispose();

    [Fact]
    public void A_good_certificate_is_valid_and_says_what_it_says()
    {
        var check = Check(issuer.Sign(issuer.Headers(), ForeignPass.Token()));

        check.Outcome.ShouldBe(CodeOutcome.Valid);
        check.Profile.ShouldBe(PassProfile.Hc1);
        check.Claims!.Key.ShouldBe(issuer.Issuer.Id);
        check.Claims.Class.ShouldBe(PassClass.None);
        check.Claims.Id.ShouldBe(PassId.FromBytes(SHA256.HashData("URN:UVCI:0"u8)));
        check.Document!.Root.GetProperty("v")[0].GetProperty("ci").GetString().ShouldBe("URN:UVCI:0");
    }

    [Theory]
    [InlineData("D284", CodeOutcome.Valid)]
    [InlineData("84", CodeOutcome.Valid)] // no tag
    [InlineData("D83DD284", CodeOutcome.Valid)] // a token's tag around the envelope's (RFC 8392, section 6)
    [InlineData("D2D284", CodeOutcome.Damaged)] // the envelope's tag twice
    [InlineData("D83DD83DD284", CodeOutcome.Damaged)]
    [InlineData("D83D84", CodeOutcome.Damaged)] // a token's tag around nothing
    [InlineData("D2D83D84", CodeOutcome.Damaged)]
    [InlineData("C184", CodeOutcome.Damaged)]
    public void Only_tags_that_mean_the_envelope_are_taken(string head, CodeOutcome outcome)
    {
        var check = Check(issuer.Sign(issuer.Headers(), ForeignPass.Token(), head: Convert.FromHexString(head)));

        check.Outcome.ShouldBe(outcome);
        check.Fault.ShouldBe(outcome == CodeOutcome.Damaged ? PassFault.Envelope : null);
    }

    [Theory]
    [InlineData("A0", CodeOutcome.Valid)]
    [InlineData("A10443666F6F", CodeOutcome.Valid)] // the covered name wins
    [InlineData("A10126", CodeOutcome.Valid)]
    [InlineData("A10500", CodeOutcome.Damaged)] // a stranger's
    [InlineData("A1028100", CodeOutcome.Damaged)] // critical
    [InlineData("A1616100", CodeOutcome.Damaged)]
    [InlineData("80", CodeOutcome.Damaged)]
    public void Uncovered_headers_may_say_little(string free, CodeOutcome outcome) =>
        Check(issuer.Sign(issuer.Headers(), ForeignPass.Token(), Convert.FromHexString(free))).Outcome.ShouldBe(outcome);

    [Fact]
    public void Without_a_covered_name_the_uncovered_one_counts()
    {
        byte[] free = [0xA1, 0x04, .. ForeignPass.Bytes(issuer.KeyId)];

        Check(issuer.Sign([0xA1, 0x01, 0x26], ForeignPass.Token(), free)).Outcome.ShouldBe(CodeOutcome.Valid);
        Check(issuer.Sign([], ForeignPass.Token(), [0xA2, 0x01, 0x26, .. free[1..]])).Outcome.ShouldBe(CodeOutcome.Valid);
        Check(issuer.Sign([0xA1, 0x01, 0x26], ForeignPass.Token())).ShouldBe(Damaged(PassFault.Envelope));
    }

    [Fact]
    public void A_name_that_is_not_the_keys_own_is_a_mismatch_even_if_the_signature_fits()
    {
        byte[] headers = [0xA2, 0x01, 0x26, 0x04, 0x43, 0x66, 0x6F, 0x6F];

        Check(issuer.Sign(headers, ForeignPass.Token())).Outcome.ShouldBe(CodeOutcome.KeyMismatch);
    }

    [Fact]
    public void A_key_that_is_not_listed_is_not_called_forged()
    {
        using var foreign = new ForeignPass();

        Check(foreign.Sign(foreign.Headers(), ForeignPass.Token())).Outcome.ShouldBe(CodeOutcome.UnknownIssuer);
        Check(foreign.Sign(issuer.Headers(), ForeignPass.Token())).Outcome.ShouldBe(CodeOutcome.BadSignature);
    }

    [Theory]
    [InlineData("A2011804", PassFault.Algorithm)] // 24
    [InlineData("A20138220448", PassFault.Envelope)] // ES384, and a name cut off
    [InlineData("A201260280", PassFault.Envelope)] // something is critical
    [InlineData("80", PassFault.Envelope)]
    public void Other_headers_are_refused(string begin, PassFault fault)
    {
        var headers = Convert.FromHexString(begin);
        if (fault == PassFault.Algorithm)
            headers = [0xA2, 0x01, 0x18, 0x24, 0x04, .. ForeignPass.Bytes(issuer.KeyId)];

        Check(issuer.Sign(headers, ForeignPass.Token())).ShouldBe(Damaged(fault));
    }

    [Theory]
    [InlineData("v", CodeOutcome.Valid)]
    [InlineData("t", CodeOutcome.IssuerNotAllowed)]
    [InlineData("r", CodeOutcome.IssuerNotAllowed)]
    public void A_key_signs_what_its_certificate_is_for(string kind, CodeOutcome outcome)
    {
        using var clinic = new ForeignPass(Vaccination);

        Check(clinic.Sign(clinic.Headers(), ForeignPass.Token(ForeignPass.Certificate(kind))), clinic.Issuer).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.0.1847.2021.1.2", CodeOutcome.Valid)] // the arc that several countries carry
    [InlineData("2.5.29.37.0", CodeOutcome.Valid)] // any purpose
    [InlineData("1.3.6.1.5.5.7.3.2", CodeOutcome.IssuerNotAllowed)] // a web client's
    public void Other_purposes_are_no_leave(string purpose, CodeOutcome outcome)
    {
        using var clinic = new ForeignPass(purpose);

        Check(clinic.Sign(clinic.Headers(), ForeignPass.Token()), clinic.Issuer).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_certificate_that_lacks_something_is_damaged_only_once_it_is_known_who_signed_it()
    {
        byte[][] certificates =
        [
            ForeignPass.Certificate("x"), // about nothing
            ForeignPass.Certificate(entries: 0),
            [0xA0],
            [0xA3, .. ForeignPass.Text("ver"), .. ForeignPass.Text("1"), .. ForeignPass.Text("nam"), 0xA0, .. ForeignPass.Text("v"), 0x81, 0xA1, .. ForeignPass.Text("ci"), .. ForeignPass.Text("u")],
        ];
        using var foreign = new ForeignPass();

        foreach (var certificate in certificates)
        {
            Check(issuer.Sign(issuer.Headers(), ForeignPass.Token(certificate))).Fault.ShouldBe(PassFault.Content);
            Check(foreign.Sign(issuer.Headers(), ForeignPass.Token(certificate))).Outcome.ShouldBe(CodeOutcome.BadSignature);
        }
    }

    [Theory]
    [InlineData("A0", CodeOutcome.Damaged, PassFault.Content)] // nothing in it
    [InlineData("80", CodeOutcome.Damaged, PassFault.Structure)]
    [InlineData("A139010340", CodeOutcome.Damaged, PassFault.Structure)] // bytes where the certificate should be
    [InlineData("01", CodeOutcome.Damaged, PassFault.Structure)]
    public void Another_token_is_none(string payload, CodeOutcome outcome, PassFault fault)
    {
        var check = Check(issuer.Sign(issuer.Headers(), Convert.FromHexString(payload)));

        (check.Outcome, check.Fault).ShouldBe((outcome, fault));
    }

    [Theory]
    [InlineData(-43_201, CodeOutcome.NotYetValid)]
    [InlineData(-43_200, CodeOutcome.Valid)]
    [InlineData(43_200, CodeOutcome.Valid)] // rejected after this moment, not at it
    [InlineData(43_201, CodeOutcome.Expired)]
    public void A_certificate_is_good_from_its_issue_through_its_expiry(int seconds, CodeOutcome outcome) =>
        Check(issuer.Sign(issuer.Headers(), ForeignPass.Token()), at: ForeignPass.Noon.AddSeconds(seconds)).Outcome.ShouldBe(outcome);

    [Fact]
    public void A_key_out_of_its_own_time_is_neither_forged_nor_good()
    {
        var code = issuer.Sign(issuer.Headers(), ForeignPass.Token());

        Check(code, issuer.Issuer with { NotAfter = ForeignPass.Noon }).Outcome.ShouldBe(CodeOutcome.IssuerOutOfDate);
        Check(code, issuer.Issuer with { NotBefore = ForeignPass.Noon.AddTicks(1) }).Outcome.ShouldBe(CodeOutcome.IssuerOutOfDate);
    }

    [Theory]
    [InlineData("HC1:", PassFault.Compression)]
    [InlineData("HC1:A", PassFault.Text)]
    [InlineData("HC1:ab", PassFault.Text)]
    [InlineData("HC1:NCF", PassFault.Compression)]
    public void What_follows_the_prefix_must_be_readable(string text, PassFault fault) => CheckText(text).ShouldBe(Damaged(fault));

    [Theory]
    [InlineData("HC2:NCF")]
    [InlineData("hc1:NCF")]
    [InlineData("HL0:NCF")]
    public void Another_prefix_is_no_certificate(string text) => CheckText(text).ShouldBe(new(CodeOutcome.NotAPass));

    [Fact]
    public void A_certificate_without_a_usable_key_is_refused_where_the_list_is_made()
    {
        Should.Throw<CryptographicException>(() => Hc1Issuer.FromCertificate([1, 2, 3]));
        issuer.Issuer.Issuer.ShouldBe("XX");
        issuer.Issuer.Purposes.ShouldBeEmpty();
        issuer.Issuer.NotBefore.ShouldBe(ForeignPass.Noon.AddYears(-1));
    }

    [Fact]
    public void Every_signature_of_the_data_is_judged_as_its_authors_expect()
    {
        var folder = DataFolder.Find("dcc/vectors");
        Assert.SkipWhen(folder is null, DataFolder.WhySkipped);

        foreach (var file in Directory.EnumerateFiles(folder!, "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (!json.RootElement.TryGetProperty("TESTCTX", out var context)
                || !json.RootElement.GetProperty("EXPECTEDRESULTS").TryGetProperty("EXPECTEDVERIFY", out var expected))
            {
                continue;
            }

            var listed = Hc1Issuer.FromCertificate(Convert.FromBase64String(context.GetProperty("CERTIFICATE").GetString()!));
            var clock = DateTimeOffset.Parse(context.GetProperty("VALIDATIONCLOCK").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

            var check = CheckText(json.RootElement.GetProperty("PREFIX").GetString()!, listed, clock);

            var refused = check.Outcome is CodeOutcome.BadSignature or CodeOutcome.KeyMismatch or CodeOutcome.UnknownIssuer
                or CodeOutcome.NotAPass or CodeOutcome.Damaged;
            refused.ShouldBe(!expected.GetBoolean(), $"{file}: {check}");
            listed.Key.Dispose();
        }
    }

    static CodeCheck Damaged(PassFault fault) => new(CodeOutcome.Damaged) { Profile = PassProfile.Hc1, Fault = fault };

    CodeCheck Check(byte[] envelope, IssuerKey? listed = null, DateTimeOffset? at = null)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal))
            zlib.Write(envelope);
        return CheckText("HC1:" + Base45.Encode(stream.ToArray()), listed, at);
    }

    CodeCheck CheckText(string text, IssuerKey? listed = null, DateTimeOffset? at = null) =>
        new PassVerifier(new(new TrustList(1, ForeignPass.Noon, [listed ?? issuer.Issuer]))).Check(Some.Symbol(text), Some.At(at ?? ForeignPass.Noon));
}
