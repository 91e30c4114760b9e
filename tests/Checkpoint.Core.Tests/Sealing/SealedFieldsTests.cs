using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Sealing;

public sealed class SealedFieldsTests : IDisposable
{
    readonly Sealed hub = new();

    public void Dispose() => hub.Dispose();

    [Fact]
    public void What_a_box_seals_the_hub_opens()
    {
        var opened = hub.Open(hub.Token(Sealed.Somebody), out var fault);

        fault.ShouldBe(OpenFault.None);
        opened.ShouldBe(Sealed.Somebody);
        opened!.Occupants.ShouldBe(Sealed.Somebody.Occupants);
    }

    [Fact]
    public void The_header_is_the_one_that_the_contract_says()
    {
        var header = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(hub.Token(Sealed.Somebody).Split('.')[0]));

        header.ShouldMatch("""^\{"alg":"ECDH-ES","enc":"A256GCM","epk":\{"crv":"P-256","kty":"EC","x":"[\w-]{43}","y":"[\w-]{43}"\},"kid":"[0-9a-f]{16}"\}$""");
        header.ShouldContain(HubKey.IdOf(hub.Key));
    }

    [Fact]
    public void The_same_fields_never_look_the_same() =>
        string.Equals(hub.Token(Sealed.Somebody), hub.Token(Sealed.Somebody), StringComparison.Ordinal).ShouldBeFalse();

    [Fact]
    public void Nothing_known_is_not_sealed() => hub.Seal(PersonalFields.None).ShouldBe(FieldSeal.Nothing);

    [Fact]
    public void Every_changed_character_is_noticed()
    {
        var token = hub.Token(new() { Name = "张三" });

        for (var i = 0; i < token.Length; i++)
        {
            var other = token[i] == 'A' ? 'B' : 'A';
            hub.Open($"{token[..i]}{other}{token[(i + 1)..]}", out var fault).ShouldBeNull();
            fault.ShouldBeOneOf(OpenFault.NotSealed, OpenFault.OtherKey, OpenFault.Damaged);
        }
    }

    [Fact]
    public void Another_hubs_key_opens_nothing()
    {
        using var other = new Sealed();

        other.Open(hub.Token(Sealed.Somebody), out var fault).ShouldBeNull();

        fault.ShouldBe(OpenFault.OtherKey);
    }

    [Fact]
    public void A_point_that_is_not_on_the_curve_is_damage()
    {
        var jwe = CompactJwe.TryRead(Encoding.ASCII.GetBytes(hub.Token(Sealed.Somebody)))!;
        var off = jwe.Y.ToArray();
        off[^1] ^= 1;

        hub.Open((jwe with { Y = off }).ToString(), out var fault).ShouldBeNull();

        fault.ShouldBe(OpenFault.Damaged);
    }

    [Fact]
    public void A_sealed_text_that_holds_something_else_is_told_from_damage()
    {
        Craft("[1,2]"u8).ShouldBe(OpenFault.NotFields);
        Craft("{\"name\":"u8).ShouldBe(OpenFault.NotFields);
        Craft([0x22, 0xFF, 0x22]).ShouldBe(OpenFault.NotFields);
        Craft("{\"name\":\"\\ud800\"}"u8).ShouldBe(OpenFault.NotFields);
        Craft("{\"name\":7,\"occupants\":[1],\"later\":true}"u8).ShouldBe(OpenFault.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".....")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJFQ0RILUVT")]
    [InlineData("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS.AAAA.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("张三")]
    public void What_is_no_sealed_text_is_told_as_that(string token)
    {
        hub.Open(token, out var fault).ShouldBeNull();

        fault.ShouldBe(OpenFault.NotSealed);
    }

    [Fact]
    public void A_header_with_anything_more_or_in_another_order_is_not_ours()
    {
        var parts = hub.Token(Sealed.Somebody).Split('.');
        var header = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[0]));

        foreach (var other in new[]
        {
            header.Replace("\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\"", "\"enc\":\"A256GCM\",\"alg\":\"ECDH-ES\"", StringComparison.Ordinal),
            header.Replace("A256GCM", "A128GCM", StringComparison.Ordinal),
            header.Replace("}", ",\"apu\":\"\"}", StringComparison.Ordinal),
            header.Replace("{\"alg", "{ \"alg", StringComparison.Ordinal),
            header[..^3] + "G\"}",
        })
        {
            hub.Open(string.Join('.', [Base64Url.EncodeToString(Encoding.ASCII.GetBytes(other)), .. parts[1..]]), out var fault).ShouldBeNull();
            fault.ShouldBe(OpenFault.NotSealed);
        }
    }

    [Fact]
    public void The_longest_fields_that_are_sealed_fit_and_one_byte_more_does_not()
    {
        var fields = new PersonalFields { Name = "张", Occupants = [.. Enumerable.Repeat(new string('李', 30), 15)] };
        var spare = PersonalFields.MaxBytes - PersonalFieldsJson.Write(fields with { Certificate = "a" }).Length;
        var fits = fields with { Certificate = new string('a', spare + 1) };

        var token = hub.Token(fits);

        PersonalFieldsJson.Write(fits).Length.ShouldBe(PersonalFields.MaxBytes);
        token.Length.ShouldBeInRange(CompactJwe.MaxLength - 100, CompactJwe.MaxLength);
        hub.Open(token, out _).ShouldBe(fits);
        hub.Open(token + "AAAA" + new string('A', 100), out var fault).ShouldBeNull();
        fault.ShouldBe(OpenFault.NotSealed);
        hub.Seal(fields with { Certificate = new string('a', spare + 2) }).ShouldBe(new FieldSeal.Skipped(SealSkip.TooLong));
    }

    [Fact]
    public void Whatever_a_code_can_carry_fits() => hub.Seal(new()
    {
        Name = new string('\\', 200),
        BirthDate = new string('"', 100),
        Certificate = new string('张', 300),
        IdNumber = new string('9', 100),
    }).ShouldBeOfType<FieldSeal.Closed>();

    OpenFault Craft(ReadOnlySpan<byte> plain)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = ECDiffieHellman.Create(hub.Key.ExportParameters(includePrivateParameters: false));
        var point = ephemeral.PublicKey.ExportParameters().Q;
        var (ciphertext, tag) = (new byte[plain.Length], new byte[CompactJwe.TagBytes]);
        var jwe = new CompactJwe(HubKey.IdOf(hub.Key), point.X, point.Y, new byte[CompactJwe.NonceBytes], ciphertext, tag);
        using var aes = new AesGcm(SealingKey.Agree(ephemeral, theirs.PublicKey), CompactJwe.TagBytes);
        aes.Encrypt(new byte[CompactJwe.NonceBytes], plain, ciphertext, tag, Encoding.ASCII.GetBytes(jwe.Header));
        hub.Open(jwe.ToString(), out var fault);
        return fault;
    }
}
