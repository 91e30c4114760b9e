using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Passes.Shc;

public sealed class ShcTests : IDisposable
{
    const string Issuer = "https://issuer.example";
    const string Vc = """{"type":["https://smarthealth.cards#health-card"],"credentialSubject":{"fhirBundle":{}},"rid":"abc"}""";

    static readonly DateTimeOffset Noon = ForeignPass.Noon;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly string kid;
    readonly TrustList trust;

    public ShcTests()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
        trust = new(1, Noon, ShcIssuer.Read(Issuer, Jwks(x, y, kid), out var refused));
        refused.ShouldBeEmpty();
    }

    public void Dispose()
    {
        key.Dispose();
        foreach (var listed in trust.Keys)
            listed.Key.Dispose();
    }

    [Fact]
    public void A_good_card_is_valid_and_says_what_it_says()
    {
        var check = Check(Sign(Payload()));

        check.Outcome.ShouldBe(CodeOutcome.Valid);
        check.Profile.ShouldBe(PassProfile.Shc);
        check.Claims!.Key.Value.ShouldBe(kid);
        check.Document!.Root.GetProperty("iss").GetString().ShouldBe(Issuer);
    }

    [Theory]
    [InlineData("shc:56", PassFault.Prefix)]
    [InlineData("shc:", PassFault.Prefix)]
    [InlineData("shc:/", PassFault.Length)]
    [InlineData("shc:/567", PassFault.Text)] // an odd count
    [InlineData("shc:/5x", PassFault.Text)]
    [InlineData("shc:/99", PassFault.Text)] // a number over the last character
    [InlineData("shc:/02", PassFault.Text)] // no character of a token
    [InlineData("shc:/5676", PassFault.Envelope)] // no token
    [InlineData("shc:/1/1/56", PassFault.Parts)]
    [InlineData("shc:/0/2/56", PassFault.Parts)]
    [InlineData("shc:/3/2/56", PassFault.Parts)]
    [InlineData("shc:/01/2/56", PassFault.Parts)]
    [InlineData("shc:/1/21/56", PassFault.Parts)] // over the limit of parts
    [InlineData("shc:/1/2/3/56", PassFault.Parts)]
    [InlineData("shc:/1/56", PassFault.Parts)]
    public void What_follows_the_prefix_must_be_readable(string text, PassFault fault) => CheckText(text).ShouldBe(Damaged(fault));

    [Theory]
    [InlineData(1195, PassFault.Envelope)]
    [InlineData(1196, PassFault.Length)]
    public void One_code_holds_no_more_than_the_limit(int characters, PassFault fault) =>
        CheckText(ShcDigits.Code(new string('A', characters))).ShouldBe(Damaged(fault));

    [Theory]
    [InlineData("""{"zip":"DEF","kid":"K"}""", PassFault.Algorithm)]
    [InlineData("""{"zip":"DEF","alg":"none","kid":"K"}""", PassFault.Algorithm)]
    [InlineData("""{"alg":"ES256","kid":"K"}""", PassFault.Compression)]
    [InlineData("""{"zip":"DEF","alg":"ES256"}""", PassFault.Envelope)]
    [InlineData("""{"zip":"DEF","alg":"ES256","kid":7}""", PassFault.Envelope)]
    [InlineData("""{"zip":"DEF","alg":"ES256","kid":"K","crit":["b64"]}""", PassFault.Envelope)]
    [InlineData("""{"zip":"DEF","alg":"ES256","alg":"ES256","kid":"K"}""", PassFault.Structure)]
    [InlineData("""["zip"]""", PassFault.Structure)]
    [InlineData("""{""", PassFault.Structure)]
    [InlineData("{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"\\ud800\"}", PassFault.Structure)] // half a character
    [InlineData("{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"\\udc00\"}", PassFault.Structure)]
    [InlineData("{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"\\ud800\\ud800\"}", PassFault.Structure)]
    public void Other_headers_are_refused(string header, PassFault fault) => Check(Sign(Payload(), header)).ShouldBe(Damaged(fault));

    [Theory]
    [InlineData("a\\ud840\\udc00b", CodeOutcome.Valid)] // whole characters may be written in two halves
    [InlineData("\\u7c97\\n\\\\u", CodeOutcome.Valid)]
    [InlineData("a\\ud840", CodeOutcome.Damaged)]
    public void Text_is_text(string name, CodeOutcome outcome) =>
        Check(Sign(Payload(vc: Vc[..^1] + ",\"name\":\"" + name + "\"}"))).Outcome.ShouldBe(outcome);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] payload = [.. Encoding.UTF8.GetBytes(Payload())[..^1], .. ",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Check(Sign(payload, Header())).ShouldBe(Damaged(PassFault.Structure));
        Check(Sign([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Payload())], Header())).ShouldBe(Damaged(PassFault.Structure));
        Check(Sign("\"text\"")).ShouldBe(Damaged(PassFault.Structure));
    }

    [Fact]
    public void A_signature_has_one_form_and_one_spelling()
    {
        var token = Sign(Payload());
        var covered = token[..token.LastIndexOf('.')];
        var der = key.SignData(Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        Check($"{covered}.{Base64Url.EncodeToString(der)}").ShouldBe(Damaged(PassFault.Envelope));
        Check(token[..^1] + (token[^1] == 'B' ? 'C' : 'B')).ShouldBe(Damaged(PassFault.Text)); // bits left over
        Check($"{covered}.{Base64Url.EncodeToString(new byte[64])}").Outcome.ShouldBe(CodeOutcome.BadSignature);
    }

    [Fact]
    public void Another_issuers_name_over_a_listed_key_is_a_mismatch()
    {
        Check(Sign(Payload(iss: Issuer + "/"))).Outcome.ShouldBe(CodeOutcome.KeyMismatch);
        Check(Sign(Payload(), Header("0000"))).Outcome.ShouldBe(CodeOutcome.KeyMismatch);
        new PassVerifier(PassLists.Empty).Check(Some.Symbol(ShcDigits.Code(Sign(Payload()))), Some.At(Noon)).Outcome.ShouldBe(CodeOutcome.UnknownIssuer);
    }

    [Theory]
    [InlineData(""" "nbf":1648814400,"vc":{} """)]
    [InlineData(""" "nbf":1648814400,"vc":{"type":["other"],"credentialSubject":{"fhirBundle":{}}} """)]
    [InlineData(""" "nbf":1648814400,"vc":{"type":["https://smarthealth.cards#health-card"]} """)]
    [InlineData(""" "nbf":1648814400,"vc":{"type":[1,"https://smarthealth.cards#health-card"],"credentialSubject":{"fhirBundle":[]}} """)]
    [InlineData(""" "nbf":1648814400,"vc":{"type":["https://smarthealth.cards#health-card"],"credentialSubject":{"fhirBundle":{}},"rid":"a.b"} """)]
    [InlineData(""" "nbf":1648814400,"vc":{"type":["https://smarthealth.cards#health-card"],"credentialSubject":{"fhirBundle":{}},"rid":7} """)]
    [InlineData(""" "nbf":1648814400 """)]
    [InlineData(""" "nbf":"1648814400","vc":{} """)]
    public void A_card_must_say_what_a_card_says(string members)
    {
        var check = Check(Sign($$"""{"iss":"{{Issuer}}",{{members}}}"""));

        (check.Outcome, check.Fault, check.Claims).ShouldBe((CodeOutcome.Damaged, PassFault.Content, null));
    }

    [Theory]
    [InlineData("1648814400", "1648814402", CodeOutcome.Valid)]
    [InlineData("1648814400.5", "1648814402", CodeOutcome.Valid)]
    [InlineData("1648814402", "1648814403", CodeOutcome.NotYetValid)]
    [InlineData("1648814400", "1648814401", CodeOutcome.Expired)] // at its expiry
    [InlineData("1648814400", "1648814399", CodeOutcome.Expired)] // over before it began
    [InlineData("1648814400000", "1648814402", CodeOutcome.Damaged)] // milliseconds
    [InlineData("1648814400", "1648814402000", CodeOutcome.Damaged)]
    public void A_card_is_good_between_its_dates(string from, string until, CodeOutcome outcome) =>
        Check(Sign($$"""{"iss":"{{Issuer}}","nbf":{{from}},"exp":{{until}},"vc":{{Vc}}}"""), at: DateTimeOffset.FromUnixTimeSeconds(1648814401))
            .Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("\"abc\"", CodeOutcome.Revoked)]
    [InlineData("\"abc.1648814401\"", CodeOutcome.Revoked)] // cards from before that moment
    [InlineData("\"abc.1648814400\"", CodeOutcome.Valid)]
    [InlineData("\"abd\"", CodeOutcome.Valid)]
    public void A_card_that_was_taken_back_is_known_by_its_name(string rid, CodeOutcome outcome)
    {
        ShcRevocationList.TryRead(List($"[{rid}]"), announced: 1, out var list).ShouldBe(ShcListFault.None);
        var lists = new PassLists(trust) { Cards = new([list!]) };

        new PassVerifier(lists).Check(Some.Symbol(ShcDigits.Code(Sign(Payload()))), Some.At(Noon)).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("""["abc","abc.1"]""", ShcListFault.Duplicate)]
    [InlineData("""["base64=="]""", ShcListFault.Name)]
    [InlineData("""["aaaaaaaaaaaaaaaaaaaaaaaaa"]""", ShcListFault.Name)]
    [InlineData("""["aaaaaaaaaaaaaaaaaaaaaaaa"]""", ShcListFault.None)]
    [InlineData("""[""]""", ShcListFault.Name)]
    [InlineData("""["abc.x"]""", ShcListFault.Name)]
    [InlineData("""["abc.9999999999999"]""", ShcListFault.Name)]
    [InlineData("""[7]""", ShcListFault.Name)]
    [InlineData("""7""", ShcListFault.Structure)]
    [InlineData("""[""", ShcListFault.Structure)]
    public void A_bad_list_is_refused_whole(string rids, ShcListFault fault) => ShcRevocationList.TryRead(List(rids), null, out _).ShouldBe(fault);

    [Fact]
    public void A_list_is_its_keys_and_of_the_announced_version()
    {
        ShcRevocationList.TryRead(List("[]"), announced: 2, out _).ShouldBe(ShcListFault.Version);
        ShcRevocationList.TryRead(Encoding.UTF8.GetBytes("""{"kid":"k","method":"serial","ctr":1,"rids":[]}"""), null, out _).ShouldBe(ShcListFault.Method);
        ShcRevocationList.TryRead(List("[]"), announced: 1, out var list);
        (list!.Key.Value, list.Version).ShouldBe((kid, 1));
    }

    [Theory]
    [InlineData("kty", "RSA", ShcKeyFault.KeyType)]
    [InlineData("crv", "P-384", ShcKeyFault.Curve)]
    [InlineData("alg", "ES384", ShcKeyFault.Algorithm)]
    [InlineData("use", "enc", ShcKeyFault.Use)]
    [InlineData("d", "AAAA", ShcKeyFault.Private)]
    [InlineData("kid", "other", ShcKeyFault.Name)]
    public void A_key_that_is_not_as_it_should_be_is_refused(string member, string value, ShcKeyFault fault)
    {
        var jwk = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["alg"] = "ES256",
            ["use"] = "sig",
            ["kid"] = "k",
            ["x"] = "AAAA",
            ["y"] = "AAAA",
        };
        jwk[member] = value;

        ShcIssuer.Read(Issuer, Encoding.UTF8.GetBytes($$"""{"keys":[{{System.Text.Json.JsonSerializer.Serialize(jwk)}},7]}"""), out var refused)
            .ShouldBeEmpty();

        refused.ShouldBe([(0, fault), (1, ShcKeyFault.Structure)]);
    }

    [Fact]
    public void A_key_that_is_no_point_is_refused()
    {
        var x = Base64Url.EncodeToString(new byte[32]);
        var name = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{x}}"}""")));

        ShcIssuer.Read(Issuer, Jwks(x, x, name), out var refused).ShouldBeEmpty();

        refused.ShouldBe([(0, ShcKeyFault.Point)]);
        ShcIssuer.Read(Issuer, "nothing"u8.ToArray(), out refused).ShouldBeEmpty();
    }

    [Fact]
    public void A_card_of_several_codes_is_whole_in_any_order()
    {
        var codes = ShcDigits.Split(Sign(Payload()), 3);
        var parts = ShcParts.None;

        parts = parts.Take(Some.Symbol(codes[2]), TimeSpan.Zero, out var card);
        (parts.Have, parts.Of, card).ShouldBe((1, 3, null));
        parts = parts.Take(Some.Symbol(codes[2]), TimeSpan.Zero, out _); // the same once more
        parts = parts.Take(Some.Symbol("https://example.org"), TimeSpan.Zero, out _); // something else
        parts = parts.Take(Some.Symbol(codes[0]), TimeSpan.FromSeconds(29), out card);
        (parts.Have, parts.Of, card).ShouldBe((2, 3, null));
        parts = parts.Take(Some.Symbol(codes[1]), TimeSpan.FromSeconds(29), out card);

        (parts.Have, parts.Of).ShouldBe((0, 0));
        Check(card!).Outcome.ShouldBe(CodeOutcome.Valid);
        CheckText(codes[1]).ShouldBe(new(CodeOutcome.Part) { Profile = PassProfile.Shc, Part = new(2, 3) });
    }

    [Fact]
    public void Parts_are_forgotten_after_a_while()
    {
        var codes = ShcDigits.Split(Sign(Payload()), 2);

        var parts = ShcParts.None.Take(Some.Symbol(codes[0]), TimeSpan.Zero, out _).Take(Some.Symbol(codes[1]), ShcParts.MaxAge, out var card);

        (parts.Have, card).ShouldBe((1, null));
    }

    [Fact]
    public void Parts_of_two_cards_are_never_called_forged()
    {
        var (mine, yours) = (ShcDigits.Split(Sign(Payload()), 2), ShcDigits.Split(Sign(Payload(iss: Issuer + "/2")), 2));

        var mixed = ShcParts.None.Take(Some.Symbol(mine[0]), TimeSpan.Zero, out _);
        mixed.Take(Some.Symbol(yours[1]), TimeSpan.Zero, out var card);
        var again = mixed.Take(Some.Symbol(yours[0]), TimeSpan.Zero, out _);

        Check(card!).Outcome.ShouldBe(CodeOutcome.Damaged);
        again.Take(Some.Symbol(mine[0]), TimeSpan.Zero, out _).Have.ShouldBe(1); // a part that differs begins a card of its own
        mixed.Take(Some.Symbol(ShcDigits.Split(Sign(Payload()), 3)[1]), TimeSpan.Zero, out _).Of.ShouldBe(3);
    }

    static CodeCheck Damaged(PassFault fault) => new(CodeOutcome.Damaged) { Profile = PassProfile.Shc, Fault = fault };

    static byte[] Jwks(string x, string y, string kid) => Encoding.UTF8.GetBytes(
        $$"""{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"{{kid}}","x":"{{x}}","y":"{{y}}"}]}""");

    static string Payload(string iss = Issuer, string vc = Vc) => $$"""{"iss":"{{iss}}","nbf":1648814400,"vc":{{vc}}}""";

    byte[] List(string rids) => Encoding.UTF8.GetBytes($$"""{"kid":"{{kid}}","method":"rid","ctr":1,"rids":{{rids}}}""");

    string Header(string? name = null) => $$"""{"zip":"DEF","alg":"ES256","kid":"{{name ?? kid}}"}""";

    string Sign(string payload, string? header = null) => Sign(Encoding.UTF8.GetBytes(payload), header ?? Header());

    string Sign(byte[] payload, string header)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal))
            deflate.Write(payload);
        var covered = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + "." + Base64Url.EncodeToString(stream.ToArray());
        return $"{covered}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256))}";
    }

    CodeCheck Check(string token, DateTimeOffset? at = null) => CheckText(ShcDigits.Code(token), at);

    CodeCheck CheckText(string text, DateTimeOffset? at = null) => new PassVerifier(new(trust)).Check(Some.Symbol(text), Some.At(at ?? Noon.AddDays(1)));

    CodeCheck Check(ShcCard card) => new PassVerifier(new(trust)).Check(card, Some.At(Noon.AddDays(1)));
}
