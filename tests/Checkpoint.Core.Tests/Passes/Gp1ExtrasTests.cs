using System.Security.Cryptography;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passes;

public sealed class Gp1ExtrasTests : IDisposable
{
    const int ClaimBytes = 24;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void Whatever_extras_a_pass_has_they_are_read_as_they_were_issued_and_the_signature_covers_them() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ArrayOf(5).ToArbitrary(),
            numbers =>
            {
                var claims = Claims(numbers);

                var read = Gp1.TryRead(Gp1.Issue(claims, key), out var covered, out var signature);

                read.ShouldBe(claims);
                key.VerifyData(covered.Span, signature.Span, HashAlgorithmName.SHA256).ShouldBeTrue();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void With_every_extra_a_pass_still_fits_version_8_at_level_M()
    {
        var claims = Some.Claims() with { Household = uint.MaxValue, Destination = uint.MaxValue, Vehicle = uint.MaxValue, NameCheck = 1 };

        Gp1.Issue(claims, key).Length.ShouldBe(169); // version 7-M holds 178 alphanumeric characters, 8-M 221
        Gp1.Issue(Some.Claims() with { Household = 17 }, key).Length.ShouldBe(145); // version 6-M holds 154
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("0104000000ff", true)] // household 255
    [InlineData("01040000000002040000000a", false)] // household 0
    [InlineData("020400000000", false)] // destination 0
    [InlineData("030400000000", true)] // a check may be any number
    [InlineData("04020000", true)]
    [InlineData("0103000001", false)] // too short for what it is
    [InlineData("01050000000001", false)]
    [InlineData("0401ff", false)]
    [InlineData("0403ffffff", false)]
    [InlineData("0500", true)] // a later reader's
    [InlineData("ff03aabbcc", true)]
    [InlineData("01040000000101040000000a", false)] // twice
    [InlineData("04020001010400000001", false)] // not rising
    [InlineData("0000", false)]
    [InlineData("01", false)] // torn
    [InlineData("0104000000", false)]
    [InlineData("01040000000102", false)]
    public void Extras_have_one_spelling(string hex, bool good)
    {
        var read = Gp1.TryRead(TextOf(Convert.FromHexString(hex)), out _, out _, out var fault);

        (read is not null).ShouldBe(good);
        fault.ShouldBe(good ? PassFault.None : PassFault.Content);
    }

    [Theory]
    [InlineData("HC1:AB", PassFault.Prefix)]
    [InlineData("GP1:ab", PassFault.Text)]
    [InlineData("GP1:BB8", PassFault.Length)]
    public void What_is_wrong_with_a_code_is_told(string text, PassFault fault)
    {
        Gp1.TryRead(text, out _, out _, out var found).ShouldBeNull();

        found.ShouldBe(fault);
    }

    [Fact]
    public void A_spoken_name_is_compared_without_the_pass_saying_it()
    {
        var pass = new PassId(42);

        SaltedCheck.OfName(pass, "阿依 古丽").ShouldBe(SaltedCheck.OfName(pass, "阿依·古丽"));
        SaltedCheck.OfName(pass, "Li Lei").ShouldBe(SaltedCheck.OfName(pass, "LI LEI"));
        SaltedCheck.OfName(pass, "李雷").ShouldNotBe(SaltedCheck.OfName(pass, "韩梅梅"));
        SaltedCheck.OfName(pass, "李雷").ShouldNotBe(SaltedCheck.OfName(new(43), "李雷"));
        SaltedCheck.OfVehicle(pass, "豫S·12345").ShouldBe(SaltedCheck.OfVehicle(pass, "豫s12345"));
    }

    static PassClaims Claims(int[] numbers) => Some.Claims() with
    {
        Household = Has(numbers, 0) ? (uint)numbers[0] + 1 : null,
        Destination = Has(numbers, 1) ? (uint)numbers[1] + 1 : null,
        Vehicle = Has(numbers, 2) ? (uint)numbers[2] : null,
        NameCheck = Has(numbers, 3) ? (ushort)(numbers[3] & 0xffff) : null,
    };

    static bool Has(int[] numbers, int extra) => ((numbers[4] >> extra) & 1) == 1;

    string TextOf(byte[] extras)
    {
        Base45.TryDecode(Gp1.Issue(Some.Claims(), key).AsSpan(Gp1.Prefix.Length), out var bytes);
        return Gp1.Prefix + Base45.Encode([.. bytes[..ClaimBytes], .. extras, .. bytes[ClaimBytes..]]);
    }
}
