using System.Security.Cryptography;
using Checkpoint.Passes;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Scanning;

public sealed class IssuerKeysTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_key_of_the_folder_is_known_by_the_name_of_its_file()
    {
        Write("0001.pem", PublicKey(ECCurve.NamedCurves.nistP256));
        Write("00aF.pem", PublicKey(ECCurve.NamedCurves.nistP256));
        Write("notes.txt", "no key");

        using var keys = IssuerKeys.Read(folder.Path);

        keys.ToTrustList().Keys.Select(key => key.Id).OrderBy(id => id.Value, StringComparer.Ordinal).ShouldBe([KeyId.Of(0x0001), KeyId.Of(0x00AF)]);
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Refused(folder["no"]).ShouldBe($"Passes:Keys = {folder["no"]}: no such folder. Put the issuing keys there, one KKKK.pem each.");

    [Fact]
    public void An_empty_folder_is_named() =>
        Refused().ShouldBe($"Passes:Keys = {folder.Path}: no *.pem in it. Put the issuing keys there, one KKKK.pem each.");

    [Theory]
    [InlineData("village.pem")]
    [InlineData("1.pem")]
    [InlineData("00001.pem")]
    [InlineData("00g1.pem")]
    public void A_name_that_is_no_id_is_refused(string name)
    {
        Write(name, PublicKey(ECCurve.NamedCurves.nistP256));

        Refused().ShouldBe($"{folder[name]}: expected a name of four hexadecimal digits, such as 0001.pem.");
    }

    [Fact]
    public void Two_files_with_one_id_are_refused()
    {
        Write("00AB.pem", PublicKey(ECCurve.NamedCurves.nistP256));
        Write("00ab.pem", PublicKey(ECCurve.NamedCurves.nistP256));

        Refused().ShouldBe($"{folder["00ab.pem"]}: another file has the same id.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not PEM")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void A_file_that_holds_no_key_is_named(string text)
    {
        Write("0001.pem", text);

        Refused().ShouldBe($"{folder["0001.pem"]}: not a public key in PEM.");
    }

    [Fact]
    public void A_key_on_another_curve_is_refused_even_if_it_is_as_long()
    {
        Write("0001.pem", PublicKey(ECCurve.NamedCurves.brainpoolP256r1));

        Refused().ShouldBe($"{folder["0001.pem"]}: expected a P-256 public key, found one on another curve.");
    }

    [Fact]
    public void A_private_key_has_no_place_on_a_box()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write("0001.pem", key.ExportECPrivateKeyPem());

        Refused().ShouldStartWith($"{folder["0001.pem"]}: a private key.");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        File.CreateSymbolicLink(folder["0001.pem"], folder["nowhere"]);

        Refused().ShouldStartWith($"{folder["0001.pem"]}: ");
    }

    static string PublicKey(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    string Refused(string? path = null) => Should.Throw<InvalidDataException>(() => IssuerKeys.Read(path ?? folder.Path)).Message;

    void Write(string name, string text) => File.WriteAllText(folder[name], text);
}
