using System.Security.Cryptography;
using Checkpoint.Testing;

namespace Checkpoint.Passes;

public sealed class Gp1Tests : IDisposable
{
    const int ClaimBytes = 24;
    const int SignatureBytes = 64;

    static readonly DateTimeOffset LastMinute = new(9999, 12, 31, 23, 58, 0, TimeSpan.Zero);

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData(PassClass.Resident)]
    [InlineData(PassClass.Returnee)]
    [InlineData(PassClass.Visitor)]
    [InlineData(PassClass.Worker)]
    [InlineData(PassClass.Volunteer)]
    [InlineData(PassClass.Emergency)]
    public void What_was_issued_is_read(PassClass kind)
    {
        var claims = Some.Claims() with { Class = kind };

        var read = Gp1.TryRead(Gp1.Issue(claims, key), out var covered, out var signature);

        read.ShouldBe(claims);
        covered.Length.ShouldBe(ClaimBytes);
        signature.Length.ShouldBe(SignatureBytes);
        key.VerifyData(covered.Span, signature.Span, HashAlgorithmName.SHA256).ShouldBeTrue();
    }

    [Fact]
    public void The_widest_values_are_read_and_judged()
    {
        var claims = new PassClaims(
            new(ulong.MaxValue), PassClass.Emergency, KeyId.Of(ushort.MaxValue), uint.MaxValue, DateTimeOffset.UnixEpoch, LastMinute);
        var verifier = new PassVerifier(Some.Lists(claims.Key, key));

        verifier.Check(Some.Symbol(Gp1.Issue(claims, key)), Some.At(DateTimeOffset.MaxValue))
            .ShouldBe(new(CodeOutcome.Expired, claims) { Profile = PassProfile.Gp1 });
    }

    [Fact]
    public void A_pass_outside_the_minutes_that_a_calendar_holds_cannot_be_issued()
    {
        var before = Some.Claims() with { NotBefore = DateTimeOffset.UnixEpoch.AddMinutes(-1) };
        var after = Some.Claims() with { NotAfter = LastMinute.AddMinutes(1) };

        Should.Throw<ArgumentOutOfRangeException>(() => Gp1.Issue(before, key));
        Should.Throw<ArgumentOutOfRangeException>(() => Gp1.Issue(after, key));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    public void A_date_that_no_calendar_holds_is_no_pass_and_stops_nothing(int at)
    {
        var bytes = BytesOf(Gp1.Issue(Some.Claims() with { NotBefore = LastMinute, NotAfter = LastMinute }, key));
        bytes[at + 3]++;
        Gp1.TryRead(TextOf(bytes), out _, out _).ShouldBeNull();

        bytes.AsSpan(at, 4).Fill(0xff);

        Gp1.TryRead(TextOf(bytes), out _, out _).ShouldBeNull();
    }

    [Fact]
    public void Whatever_bytes_a_code_holds_reading_it_throws_nothing()
    {
        var dice = new Dice(31);
        for (var run = 0; run < 8_000; run++)
        {
            var bytes = dice.Bytes(88);
            (bytes[0], bytes[1]) = (1, (byte)(bytes[1] % 8));

            Should.NotThrow(() => Gp1.TryRead(Gp1.Prefix + Base45.Encode(bytes), out _, out _));
        }
    }

    [Fact]
    public void The_layout_is_the_published_one()
    {
        var bytes = BytesOf(Gp1.Issue(Some.Claims(), key));

        Convert.ToHexStringLower(bytes.AsSpan(..ClaimBytes)).ShouldBe(
            "01" + "01" + "0007" + "0123456789abcdef" + "01f7b3a9" + "01a34de0" + "01a3537f");
    }

    [Fact]
    public void A_pass_fits_a_small_code()
    {
        var text = Gp1.Issue(Some.Claims(), key);

        text.Length.ShouldBe(Gp1.Prefix.Length + 132); // 88 bytes; version 8-M holds 221 alphanumeric characters
    }

    [Fact]
    public void A_code_cut_off_anywhere_is_no_pass()
    {
        var text = Gp1.Issue(Some.Claims(), key);

        for (var length = 0; length < text.Length; length++)
            Gp1.TryRead(text[..length], out _, out _).ShouldBeNull();
    }

    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        var bytes = BytesOf(Gp1.Issue(Some.Claims(), key));
        var verifier = new PassVerifier(Some.Lists(Some.Claims().Key, key));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var outcome = verifier.Check(Some.Symbol(TextOf(bytes)), Some.At(Some.Moment)).Outcome;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            outcome.ShouldBeOneOf(CodeOutcome.Damaged, CodeOutcome.UnknownIssuer, CodeOutcome.BadSignature);
        }
    }

    [Fact]
    public void Extras_over_the_limit_are_refused()
    {
        var longest = new byte[ClaimBytes + Gp1.MaxExtraBytes + SignatureBytes];
        (longest[ClaimBytes], longest[ClaimBytes + 1]) = (200, Gp1.MaxExtraBytes - 2);
        Gp1.TryRead(TextOf(longest), out var covered, out _).ShouldNotBeNull();
        covered.Length.ShouldBe(ClaimBytes + Gp1.MaxExtraBytes);

        Gp1.TryRead(TextOf([.. longest, 0]), out _, out _, out var fault).ShouldBeNull();
        fault.ShouldBe(PassFault.Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    [InlineData(1, 8)]
    [InlineData(1, 255)]
    public void Another_version_or_an_unknown_class_is_no_pass(int at, byte value)
    {
        var bytes = BytesOf(Gp1.Issue(Some.Claims(), key));
        bytes[at] = value;

        Gp1.TryRead(Gp1.Prefix + Base45.Encode(bytes), out _, out _).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GP1:")]
    [InlineData("gp1:BB8")]
    [InlineData("GP2:BB8")]
    [InlineData(" GP1:BB8")]
    [InlineData("HC1:6BFOXN%TSMAHN-HVN8J7UQMJ4/36 L-AHQ+R1WG%MP8")]
    [InlineData("https://example.org/")]
    public void Other_text_is_no_pass(string text) => Gp1.TryRead(text, out _, out _).ShouldBeNull();

    [Fact]
    public void Lower_case_is_no_pass()
    {
        var text = Gp1.Issue(Some.Claims(), key);

        Gp1.TryRead(Gp1.Prefix + text[Gp1.Prefix.Length..].ToLowerInvariant(), out _, out _).ShouldBeNull();
    }

    [Fact]
    public void Names_of_passes_and_keys_are_written_in_full()
    {
        new PassId(0xab).ToString().ShouldBe("00000000000000ab");
        PassId.FromBytes([1, 2, 3, 4, 5, 6, 7, 8]).ToString().ShouldBe("0102030405060708");
        KeyId.Of(7).ToString().ShouldBe("0007");
        PassId.Length.ShouldBe(8);
    }

    static byte[] BytesOf(string text) =>
        Base45.TryDecode(text.AsSpan(Gp1.Prefix.Length), out var bytes) ? bytes : throw new FormatException();

    static string TextOf(byte[] bytes)
    {
        if (bytes[0] == 0 && bytes[1] == 0)
            (bytes[0], bytes[1]) = (1, 1); // a blank pass of the right version and class
        return Gp1.Prefix + Base45.Encode(bytes);
    }
}
