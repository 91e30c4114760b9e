using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkpoint.Bundles;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Trust;

public sealed class TrustPayloadTests : IDisposable
{
    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void What_a_key_may_issue_is_read_as_it_was_signed()
    {
        using var rsa = RSA.Create(2048);
        var certificate = SHA256.HashData([1, 2, 3]);
        var ours = county.Issuer() with { Classes = [PassClass.Resident, PassClass.Visitor], Areas = [411625101, 411625102] };
        var theirs = new IssuerKey(PassProfile.Hc1, new(Convert.ToBase64String(certificate[..8])), rsa, County.Issued, County.Issued.AddYears(2))
        {
            Fingerprint = Convert.ToHexStringLower(certificate),
            Issuer = "XX",
            Purposes = ["1.3.6.1.4.1.1847.2021.1.2"],
        };

        var list = County.Accept(county.NewBox, county.Trust(1, [ours, theirs], [])).Trust;

        list.Keys.Select(key => key with { Key = ours.Key, Classes = [], Areas = [], Purposes = [] }).ShouldBe(
            [ours with { Classes = [], Areas = [] }, theirs with { Key = ours.Key, Purposes = [] }]);
        list.Keys[0].Classes.ShouldBe(ours.Classes);
        list.Keys[0].Areas.ShouldBe(ours.Areas);
        list.Keys[1].Purposes.ShouldBe(theirs.Purposes);
        list.Keys[1].Key.ShouldBeAssignableTo<RSA>();
        list.Find(PassProfile.Hc1, theirs.Id).ShouldHaveSingleItem();
        list.Find(PassProfile.Gp1, theirs.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("keys/0/profile", "\"none\"")]
    [InlineData("keys/0/profile", "\"GP1\"")]
    [InlineData("keys/0/kid", "\"7\"")]
    [InlineData("keys/0/kid", "\"000G\"")]
    [InlineData("keys/0/sha256", "\"00\"")]
    [InlineData("keys/0/sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("keys/0/spki", "\"AAAA\"")]
    [InlineData("keys/0/spki", "\"!\"")]
    [InlineData("keys/0/nbf", "\"2023-01-01T00:00:00Z\"")]
    [InlineData("keys/0/classes", "[]")]
    [InlineData("keys/0/classes", "[\"king\"]")]
    [InlineData("keys/0/classes", "[\"none\"]")]
    [InlineData("keys/0/areas", "[0]")]
    [InlineData("keys/0/areas", "[\"1\"]")]
    [InlineData("keys/0/areas", "{}")]
    [InlineData("keys/0/purposes", "[7]")]
    [InlineData("keys/0/name", "\"\"")]
    [InlineData("keys/0/colour", "1")]
    [InlineData("keys", "1")]
    [InlineData("keys", "[1]")]
    [InlineData("signers/0/kinds", "[]")]
    [InlineData("signers/0/kinds", "[\"trust\"]")]
    [InlineData("signers/0/spki", "\"AAAA\"")]
    [InlineData("signers/0/name", "null")]
    [InlineData("extra", "1")]
    public void A_list_that_is_not_right_is_refused_and_the_place_is_told(string path, string value)
    {
        var refused = Offer(json => Set(json, path, value)).ShouldBeOfType<BundleStep.Refused>();

        refused.Why.ShouldBe(BundleRefusal.Malformed);
        refused.Header.ShouldNotBeNull().Version.ShouldBe(1);
        refused.Detail.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_test_list_is_right_without_a_change() => Offer(_ => { }).ShouldBeOfType<BundleStep.Accepted>();

    [Fact]
    public void A_key_stands_on_a_list_once() =>
        Offer(json => json["keys"]!.AsArray().Add(json["keys"]![0]!.DeepClone())).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Malformed);

    [Fact]
    public void A_certificates_key_is_named_by_its_certificate()
    {
        var key = county.Issuer() with { Profile = PassProfile.Hc1 };
        var named = key with { Id = new(Convert.ToBase64String(Convert.FromHexString(key.Fingerprint)[..8])) };

        BundleRule.Offer(county.NewBox, county.Trust(1, [key], [])).ShouldBeOfType<BundleStep.Refused>().Detail.ShouldContain("/keys/0/kid");
        BundleRule.Offer(county.NewBox, county.Trust(1, [named], [])).ShouldBeOfType<BundleStep.Accepted>();
    }

    [Fact]
    public void More_keys_than_the_limit_are_refused()
    {
        var one = county.Issuer();
        var keys = Enumerable.Range(0, TrustPayload.MaxKeys + 1).Select(i => one with { Id = KeyId.Of((ushort)i) });
        var signers = Enumerable.Repeat(county.Signer(), TrustPayload.MaxSigners + 1);

        BundleRule.Offer(county.NewBox, county.Trust(1, [one], signers)).ShouldBeOfType<BundleStep.Refused>().Detail.ShouldContain("64 at most");
        Should.Throw<ArgumentException>(() => county.Trust(1, keys, [])); // the bundle's own limit comes first
    }

    [Fact]
    public void A_checkpoint_takes_its_own_areas_and_classes()
    {
        var scope = new GateScope([1, 2], [PassClass.Resident, PassClass.Visitor]);
        var pass = Some.Claims() with { Area = 2 };

        scope.Judge(pass).ShouldBe(CodeOutcome.Valid);
        scope.Judge(pass with { Area = 3 }).ShouldBe(CodeOutcome.WrongArea);
        scope.Judge(pass with { Area = 3, Destination = 1 }).ShouldBe(CodeOutcome.Valid);
        scope.Judge(pass with { Class = PassClass.Worker }).ShouldBe(CodeOutcome.WrongClass);
        scope.Judge(pass with { Area = 3, Class = PassClass.Emergency }).ShouldBe(CodeOutcome.Valid);
        scope.Judge(pass with { Area = 0, Class = PassClass.None }).ShouldBe(CodeOutcome.Valid);
        GateScope.Everywhere.Judge(pass with { Area = 3 }).ShouldBe(CodeOutcome.Valid);
    }

    BundleStep Offer(Action<JsonNode> change)
    {
        BundleReader.TryRead(county.Trust(1), [county.Root], out _, out _).ShouldNotBeNull();
        var payload = JsonNode.Parse(BundleEnvelope.TryRead(county.Trust(1), out _)!.Payload.Span)!;
        change(payload);
        return BundleRule.Offer(county.NewBox, BundleEnvelope.Sign(Encoding.UTF8.GetBytes(payload.ToJsonString()), county.RootKey));
    }

    static void Set(JsonNode json, string path, string value)
    {
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(json, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        parent[parts[^1]] = JsonNode.Parse(value);
    }
}
