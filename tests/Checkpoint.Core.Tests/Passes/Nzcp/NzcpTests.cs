using System.Text;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Nzcp;

public sealed class NzcpTests
{
    // The specification's own example and issuer (NZ COVID Pass specification 1.0, section 5).
    const string Good = "NZCP:/1/2KCEVIQEIVVWK6JNGEASNICZAEP2KALYDZSGSZB2O5SWEOTOPJRXALTDN53GSZBRHEXGQZLBNR2GQLTOPICRUYMBTIFAIGTUKBAAUYTWMOSGQQDDN5XHIZLYOSBHQJTIOR2HA4Z2F4XXO53XFZ3TGLTPOJTS6MRQGE4C6Y3SMVSGK3TUNFQWY4ZPOYYXQKTIOR2HA4Z2F4XW46TDOAXGG33WNFSDCOJONBSWC3DUNAXG46RPMNXW45DFPB2HGL3WGFTXMZLSONUW63TFGEXDALRQMR2HS4DFQJ2FMZLSNFTGSYLCNRSUG4TFMRSW45DJMFWG6UDVMJWGSY2DN53GSZCQMFZXG4LDOJSWIZLOORUWC3CTOVRGUZLDOSRWSZ3JOZSW4TTBNVSWISTBMNVWUZTBNVUWY6KOMFWWKZ2TOBQXE4TPO5RWI33CNIYTSNRQFUYDILJRGYDVAYFE6VGU4MCDGK7DHLLYWHVPUS2YIDJOA6Y524TD3AZRM263WTY2BE4DPKIF27WKF3UDNNVSVWRDYIYVJ65IRJJJ6Z25M2DO4YZLBHWFQGVQR5ZLIWEQJOZTS3IQ7JTNCFDX";

    static readonly DateTimeOffset InTime = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly TrustList trust = new(1, InTime, NzcpIssuer.Read(Document("zRR-XGsCp12Vvbgui4DD6O6cqmhfPuXMhi1OxPl8760")));

    [Fact]
    public void The_specifications_example_is_valid()
    {
        var check = Check(Good);

        check.Outcome.ShouldBe(CodeOutcome.Valid);
        check.Profile.ShouldBe(PassProfile.Nzcp);
        check.Claims!.NotAfter.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1951416330));
        check.Document!.Root.GetProperty("credentialSubject").GetProperty("dob").GetString().ShouldBe("1960-04-16");
    }

    [Theory]
    [InlineData(1635883529, CodeOutcome.NotYetValid)]
    [InlineData(1635883530, CodeOutcome.Valid)]
    [InlineData(1951416329, CodeOutcome.Valid)]
    [InlineData(1951416330, CodeOutcome.Expired)]
    public void It_is_good_until_its_expiry(long at, CodeOutcome outcome) =>
        Check(Good, DateTimeOffset.FromUnixTimeSeconds(at)).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("NZCP:/2/2KCE", PassFault.Prefix)]
    [InlineData("NZCP:/", PassFault.Prefix)]
    [InlineData("NZCP:/1/2KCE2", PassFault.Structure)]
    [InlineData("NZCP:/1/2KC", PassFault.Text)] // a length that cannot be
    [InlineData("NZCP:/1/2kce", PassFault.Text)]
    [InlineData("NZCP:/1/2KCE====", PassFault.Text)]
    [InlineData("NZCP:/1/", PassFault.Structure)]
    [InlineData("NZCP:/1/77777777", PassFault.Structure)]
    public void What_follows_the_prefix_must_be_readable(string text, PassFault fault) =>
        Check(text).ShouldBe(new(CodeOutcome.Damaged) { Profile = PassProfile.Nzcp, Fault = fault });

    [Fact]
    public void Bits_left_over_have_one_spelling() => Check(Good[..^1] + "Z").Outcome.ShouldBeOneOf(CodeOutcome.Damaged, CodeOutcome.BadSignature);

    [Fact]
    public void Another_issuers_key_of_the_same_name_does_not_count() =>
        new PassVerifier(new(new TrustList(1, InTime, trust.Keys.Select(key => key with { Issuer = "did:web:example.org" }))))
            .Check(Some.Symbol(Good), Some.At(InTime)).Outcome.ShouldBe(CodeOutcome.KeyMismatch);

    [Fact]
    public void A_document_gives_only_keys_that_may_sign_and_are_keys()
    {
        trust.Keys.Length.ShouldBe(1);
        NzcpIssuer.Read(Document("zRR-XGsCp12Vvbgui4DD6O6cqmhfPuXMhi1OxPl8761")).ShouldBeEmpty(); // no point of the curve
        NzcpIssuer.Read(Document("AAAA")).ShouldBeEmpty();
        NzcpIssuer.Read(Document("zRR-XGsCp12Vvbgui4DD6O6cqmhfPuXMhi1OxPl8760", signs: "key-2")).ShouldBeEmpty();
        NzcpIssuer.Read("[]"u8.ToArray()).ShouldBeEmpty();
        NzcpIssuer.Read("{"u8.ToArray()).ShouldBeEmpty();
    }

    [Fact]
    public void A_pass_that_lacks_something_is_damaged_once_it_is_known_who_signed_it()
    {
        using var issuer = new ForeignPass();
        var listed = issuer.Issuer with { Profile = PassProfile.Nzcp, Id = new("k"), Issuer = "XX" };
        byte[] headers = [0xA2, 0x01, 0x26, 0x04, 0x41, (byte)'k'];
        var envelope = issuer.Sign(headers, ForeignPass.Token());

        var check = new PassVerifier(new(new TrustList(1, InTime, [listed])))
            .Check(Some.Symbol("NZCP:/1/" + Encode(envelope)), Some.At(InTime));

        check.ShouldBe(new(CodeOutcome.Damaged) { Profile = PassProfile.Nzcp, Fault = PassFault.Content });
    }

    static byte[] Document(string x, string signs = "key-1") => Encoding.UTF8.GetBytes(
        $$$"""
        {"id":"did:web:nzcp.covid19.health.nz","verificationMethod":[{"id":"did:web:nzcp.covid19.health.nz#key-1","type":"JsonWebKey2020",
        "publicKeyJwk":{"kty":"EC","crv":"P-256","x":"{{{x}}}","y":"Iv5SU6FuW-TRYh5_GOrJlcV_gpF_GpFQhCOD8LSk3T0"}}],
        "assertionMethod":["did:web:nzcp.covid19.health.nz#{{{signs}}}"]}
        """);

    static string Encode(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(value => Convert.ToString(value, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(digit => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(digit).PadRight(5, '0'), 2)]));
    }

    CodeCheck Check(string text, DateTimeOffset? at = null) => new PassVerifier(new(trust)).Check(Some.Symbol(text), Some.At(at ?? InTime));
}
