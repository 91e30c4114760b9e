using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passes;

public sealed class LowSTests : IDisposable
{
    const int SignatureBytes = 64;

    // SEC 2, section 2.4.2.
    static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void Every_pass_is_issued_with_the_smaller_s_and_the_larger_is_refused_for_what_it_is() =>
        Prop.ForAll(
            Gen.Choose(1, int.MaxValue).ToArbitrary(),
            id =>
            {
                var verifier = new PassVerifier(Some.Lists(Some.Claims().Key, key));
                var bytes = BytesOf(Gp1.Issue(Some.Claims((ulong)id), key));
                var s = SOf(bytes);

                (s * 2).ShouldBeLessThan(Order);
                Check(verifier, bytes).Outcome.ShouldBe(CodeOutcome.Valid);

                Write(bytes, Order - s);
                key.VerifyData(bytes[..^SignatureBytes], bytes[^SignatureBytes..], HashAlgorithmName.SHA256).ShouldBeTrue(); // another signature of the same
                Check(verifier, bytes).ShouldBe(new(CodeOutcome.Damaged) { Profile = PassProfile.Gp1, Fault = PassFault.Signature });
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Half_of_the_order_is_the_line()
    {
        var signature = new byte[SignatureBytes];

        Write(signature, Order / 2);
        LowS.Has(signature).ShouldBeTrue();
        Write(signature, (Order / 2) + 1);
        LowS.Has(signature).ShouldBeFalse();
    }

    [Fact]
    public void The_smaller_s_is_the_order_less_the_larger() =>
        Prop.ForAll(
            Gen.Choose(0, 255).ArrayOf(32).ToArbitrary(),
            digits =>
            {
                var s = new BigInteger(Array.ConvertAll(digits, digit => (byte)digit), isUnsigned: true, isBigEndian: true) % Order;
                var signature = new byte[SignatureBytes];
                Write(signature, s);

                LowS.Give(signature);

                SOf(signature).ShouldBe(BigInteger.Min(s, Order - s));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // r and s beyond the order would be two more spellings.
    [Fact]
    public void A_number_of_the_signature_beyond_the_order_is_refused()
    {
        var verifier = new PassVerifier(Some.Lists(Some.Claims().Key, key));
        var bytes = BytesOf(Gp1.Issue(Some.Claims(), key));

        bytes.AsSpan(^SignatureBytes..^32).Fill(0xFF);

        Check(verifier, bytes).Outcome.ShouldBe(CodeOutcome.BadSignature);
    }

    static CodeCheck Check(PassVerifier verifier, byte[] bytes) =>
        verifier.Check(Some.Symbol(Gp1.Prefix + Base45.Encode(bytes)), Some.At(Some.Moment));

    static byte[] BytesOf(string text) =>
        Base45.TryDecode(text.AsSpan(Gp1.Prefix.Length), out var bytes) ? bytes : throw new FormatException();

    static BigInteger SOf(byte[] bytes) => new(bytes.AsSpan(^32..), isUnsigned: true, isBigEndian: true);

    static void Write(byte[] bytes, BigInteger s)
    {
        bytes.AsSpan(^32..).Clear();
        var written = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, bytes.Length - written.Length);
    }
}
