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
    public void The_hubs_keys_are_read_as_they_were_signed()
    {
        var list = County.Accept(county.NewBox, county.TrustWithHub(1)).Trust;

        list.HubKeys.Select(key => (key.Use, key.Id, key.Name, key.NotBefore, key.NotAfter)).ShouldBe(
            county.HubKeys.Select(key => (key.Use, key.Id, key.Name, key.NotBefore, key.NotAfter)));
        PublicKey.Fingerprint(list.SealingKey(County.Issued).ShouldNotBeNull().Key).ShouldBe(PublicKey.Fingerprint(county.SealingKey));
        list.SigningKeys.ShouldHaveSingleItem().Id.ShouldBe(HubKey.IdOf(county.ReceiptKey));
    }

    [Theory]
    [InlineData("hub/0/kid", "\"0000000000000000\"")]
    [InlineData("hub/0/use", "\"none\"")]
    [InlineData("hub/0/use", "\"open\"")]
    [InlineData("hub/0/spki", "\"AAAA\"")]
    [InlineData("hub/0/name", "\"\"")]
    [InlineData("hub/0/exp", "\"2022-01-01T00:00:00Z\"")]
    [InlineData("hub/0/d", "1")]
    [InlineData("hub", "{}")]
    public void A_key_of_the_hub_that_is_not_right_is_refused_with_its_list(string path, string value)
    {
        var refused = Offer(json => Set(json, path, value), county.TrustWithHub(1)).ShouldBeOfType<BundleStep.Refused>();

        refused.Why.ShouldBe(BundleRefusal.Malformed);
        refused.Detail.ShouldContain("/hub");
    }

    [Fact]
    public void A_key_of_the_hub_has_one_use()
    {
        var both = county.HubKeys[0] with { Use = HubKeyUse.Sign };

        Offer(_ => { }, county.Trust(1, county.HubKeys[0], both)).ShouldBeOfType<BundleStep.Refused>().Detail.ShouldContain("stands twice");
    }

    [Fact]
    public void Eight_keys_of_the_hub_are_the_most()
    {
        var keys = Enumerable.Range(0, TrustPayload.MaxHubKeys + 1).Select(_ => Sealing(0, 1)).ToList();

        Offer(_ => { }, county.Trust(1, [.. keys[1..]])).ShouldBeOfType<BundleStep.Accepted>();
        Offer(_ => { }, county.Trust(1, [.. keys])).ShouldBeOfType<BundleStep.Refused>().Detail.ShouldContain("8 at most");
        keys.ForEach(key => key.Key.Dispose());
    }

    [Fact]
    public void Fields_are_sealed_to_the_newest_key_in_use_and_else_to_the_nearest()
    {
        var (old, young, late) = (Sealing(0, 12), Sealing(11, 23), Sealing(30, 42));
        var list = new TrustList(1, County.Issued, []) { HubKeys = [old, late, young, county.HubKeys[1]] };

        At(-1).ShouldBe(old.Id);
        At(5).ShouldBe(old.Id);
        At(11).ShouldBe(young.Id);
        At(12).ShouldBe(young.Id);
        At(24).ShouldBe(young.Id);
        At(29).ShouldBe(late.Id);
        At(99).ShouldBe(late.Id);
        TrustList.Empty.SealingKey(County.Issued).ShouldBeNull();

        string? At(int month) => list.SealingKey(County.Issued.AddMonths(month))?.Id;
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

    static HubKey Sealing(int from, int until) => new(HubKeyUse.Seal, County.NewKey(), County.Issued.AddMonths(from), County.Issued.AddMonths(until));

    BundleStep Offer(Action<JsonNode> change) => Offer(change, county.Trust(1));

    BundleStep Offer(Action<JsonNode> change, byte[] list)
    {
        var payload = JsonNode.Parse(BundleEnvelope.TryRead(list, out _)!.Payload.Span)!;
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
