using System.Buffers.Text;
using System.Security.Cryptography;

namespace Checkpoint.Sealing;

public sealed class ConcatKdfTests
{
    [Fact]
    public void Alice_and_bob_of_rfc_7518_appendix_c_come_to_their_key()
    {
        using var alice = Key("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps", "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo");
        using var bob = Key("weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ", "e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck", "VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw");

        var secret = alice.DeriveRawSecretAgreement(bob.PublicKey);
        var key = ConcatKdf.Derive(secret, "A128GCM", "Alice"u8, "Bob"u8, bits: 128);

        secret.ShouldBe(bob.DeriveRawSecretAgreement(alice.PublicKey));
        secret[..4].ShouldBe([158, 86, 217, 29]);
        Base64Url.EncodeToString(key).ShouldBe("VqqN6vgjbSBcIijNcacQGg");
    }

    static ECDiffieHellman Key(string x, string y, string d) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) },
        D = Base64Url.DecodeFromChars(d),
    });
}
