using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Bundles;

public sealed class BundleReaderTests : IDisposable
{
    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_bundle_is_a_jws_that_any_library_can_check()
    {
        var parts = Encoding.ASCII.GetString(county.SignPolicy(2)).TrimEnd('\n').Split('.');

        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])).ShouldBe(
            $$"""{"alg":"ES256","kid":"{{PublicKey.Fingerprint(county.SignerKey)}}","typ":"checkpoint-bundle"}""");
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).ShouldBe(
            """{"v":1,"kind":"policy","version":2,"issued":"2022-03-01T00:02:00Z","policy":{"version":1}}""");
        county.SignerKey.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256).ShouldBeTrue();
    }

    [Fact]
    public void No_character_of_a_bundle_can_be_changed()
    {
        var bundle = county.SignPolicy(2);

        for (var i = 0; i < bundle.Length; i++)
        {
            var changed = (byte[])bundle.Clone();
            changed[i] = changed[i] == (byte)'A' ? (byte)'B' : (byte)'A';

            Read(changed, out _).ShouldBeNull();
        }
    }

    [Fact]
    public void A_header_whose_names_are_no_text_is_refused_like_any_other()
    {
        byte[] header = [.. """{"alg":"ES256","k"""u8, 0xB7, .. "\":\"x\"}"u8];

        Read(Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(header)}.e30.{Base64Url.EncodeToString(new byte[64])}"), out var refusal).ShouldBeNull();

        refusal.ShouldBe(BundleRefusal.NotABundle);
    }

    [Fact]
    public void A_torn_bundle_is_none()
    {
        var bundle = county.SignPolicy(2);

        for (var length = 0; length < bundle.Length - 1; length++)
            Read(bundle[..length], out _).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("e30.e30.e30")]
    [InlineData("{\"kind\":\"trust\"}")]
    public void Other_text_is_no_bundle(string text) => Refused(Encoding.UTF8.GetBytes(text)).ShouldBe(BundleRefusal.NotABundle);

    [Theory]
    [InlineData("""{"alg":"none","kid":"x","typ":"checkpoint-bundle"}""", BundleRefusal.Algorithm)]
    [InlineData("""{"alg":"HS256","kid":"x","typ":"checkpoint-bundle"}""", BundleRefusal.Algorithm)]
    [InlineData("""{"alg":"ES256","kid":"x","typ":"JWT"}""", BundleRefusal.NotABundle)]
    [InlineData("""{"alg":"ES256","kid":"x","typ":"checkpoint-bundle","crit":["b64"]}""", BundleRefusal.NotABundle)]
    [InlineData("""{"alg":"ES256","alg":"none","kid":"x","typ":"checkpoint-bundle"}""", BundleRefusal.NotABundle)]
    [InlineData("""{"alg":"ES256","kid":7,"typ":"checkpoint-bundle"}""", BundleRefusal.NotABundle)]
    [InlineData("[]", BundleRefusal.NotABundle)]
    [InlineData("""{"alg":"ES256","kid":"x","typ":"checkpoint-bundle"}""", BundleRefusal.UnknownSigner)]
    public void The_header_is_read_strictly(string header, BundleRefusal why) =>
        Refused(Jws(header, """{"v":1}""", county.RootKey)).ShouldBe(why);

    [Fact]
    public void Another_key_under_the_signers_name_is_found_out()
    {
        using var foreign = County.NewKey();
        var header = $$"""{"alg":"ES256","kid":"{{PublicKey.Fingerprint(county.RootKey)}}","typ":"checkpoint-bundle"}""";

        Refused(Jws(header, """{"v":1}""", foreign)).ShouldBe(BundleRefusal.BadSignature);
    }

    [Theory]
    [InlineData("""{"v":2,"kind":"future"}""", BundleRefusal.NewerFormat)]
    [InlineData("""{"v":0,"kind":"policy","version":1,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"kind":"policy","version":1,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"none","version":1,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"Policy","version":1,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":0,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":1.5,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":99999999999,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":1,"version":2,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":1,"issued":"2022-03-01"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":1,"issued":"2022-03-01T08:00:00+08:00"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"policy","version":1,"issued":"2022-03-01T00:00:00Z","expires":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("""{"v":1,"kind":"\ud800","version":1,"issued":"2022-03-01T00:00:00Z"}""", BundleRefusal.Malformed)]
    [InlineData("[1]", BundleRefusal.Malformed)]
    [InlineData("not json", BundleRefusal.Malformed)]
    public void The_content_says_what_it_is(string payload, BundleRefusal why) =>
        Refused(BundleEnvelope.Sign(Encoding.UTF8.GetBytes(payload), county.RootKey)).ShouldBe(why);

    [Fact]
    public void What_is_too_large_is_not_looked_at()
    {
        Refused(new byte[SignedBundle.MaxBytes + 1]).ShouldBe(BundleRefusal.TooLarge);
        Should.Throw<ArgumentException>(() => county.SignPolicy(1, $$"""{"fill":"{{new string('x', SignedBundle.MaxBytes)}}"}"""));
    }

    [Fact]
    public void Keys_are_read_as_they_are_made_and_nothing_else_is()
    {
        using var rsa = RSA.Create(2048);
        using var small = RSA.Create(1024);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP521);

        using var read = PublicKey.TryRead(county.RootKey.ExportSubjectPublicKeyInfo());
        PublicKey.Fingerprint(read!).ShouldBe(PublicKey.Fingerprint(county.RootKey));
        using var readRsa = PublicKey.TryRead(rsa.ExportSubjectPublicKeyInfo());
        readRsa.ShouldBeAssignableTo<RSA>();
        using var readLarge = PublicKey.TryRead(large.ExportSubjectPublicKeyInfo());
        readLarge.ShouldBeAssignableTo<ECDsa>();
        PublicKey.TryRead(small.ExportSubjectPublicKeyInfo()).ShouldBeNull();
        PublicKey.TryRead(other.ExportSubjectPublicKeyInfo()).ShouldBeNull();
        PublicKey.TryRead([.. county.RootKey.ExportSubjectPublicKeyInfo(), 0]).ShouldBeNull();
        PublicKey.TryRead([]).ShouldBeNull();
        PublicKey.TryReadP256(rsa.ExportSubjectPublicKeyInfo()).ShouldBeNull();
        PublicKey.TryReadP256(large.ExportSubjectPublicKeyInfo()).ShouldBeNull();
    }

    SignedBundle? Read(byte[] bundle, out BundleRefusal refusal) =>
        BundleReader.TryRead(bundle, [county.Root, county.Signer()], out refusal, out _);

    BundleRefusal Refused(byte[] bundle)
    {
        Read(bundle, out var refusal).ShouldBeNull();
        return refusal;
    }

    static byte[] Jws(string header, string payload, ECDsa key)
    {
        var covered = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return Encoding.ASCII.GetBytes($"{covered}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256))}");
    }
}
