using Checkpoint.Bundles;
using Checkpoint.Passes.Trust;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Cards;

public sealed class CardTests : IDisposable
{
    static readonly CodeFingerprint Good = new(1);
    static readonly CodeFingerprint Over = new(2);
    static readonly CodeFingerprint Torn = new(3);

    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_card_is_read_as_it_was_signed()
    {
        var card = Card();

        var read = County.Accept(county.TrustingBox, Sign(card)).Card!;

        read.Codes.ShouldBe(card.Codes);
        read.Scope.Areas.ShouldBe(card.Scope.Areas);
        read.Trust.Find(PassProfile.Gp1, KeyId.Of(7)).ShouldHaveSingleItem();
        read.Revoked.Count.ShouldBe(1);
    }

    [Fact]
    public void A_cards_keys_are_trusted_by_no_gate() =>
        County.Accept(County.Accept(county.NewBox, county.Trust(1, [], [county.Signer()])), Sign(Card())).Trust.Keys.ShouldBeEmpty();

    [Fact]
    public void A_card_is_good_when_all_is_read_as_expected_in_any_order()
    {
        var test = new CardTest(Card()).See(Over, CodeOutcome.Expired);
        test.Missing.ShouldBe(1);
        test.IsGood.ShouldBeFalse();

        test = test.See(Good, CodeOutcome.Valid).See(Over, CodeOutcome.Expired);

        test.Missing.ShouldBe(0);
        test.Passed.ShouldBe(3);
        test.IsGood.ShouldBeTrue();
        test.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_as_expected_is_named()
    {
        var test = new CardTest(Card()).See(Over, CodeOutcome.Valid).See(Torn, CodeOutcome.Valid);

        test.Failures.Select(failure => (failure.Code.Number, failure.Came)).ShouldBe(
            [(1, null), (2, CodeOutcome.Valid), (3, CodeOutcome.Valid)]);
        test.Passed.ShouldBe(0);
    }

    [Fact]
    public void A_code_of_another_card_is_strange()
    {
        var test = new CardTest(Card()).See(Good, CodeOutcome.Valid).See(Over, CodeOutcome.Expired).See(new(99), CodeOutcome.NotAPass);

        test.Strange.ShouldBe(1);
        test.IsGood.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "0000000000000001", "valid")]
    [InlineData(65, "0000000000000001", "valid")]
    [InlineData(1, "x", "valid")]
    [InlineData(1, "0000000000000001", "none")]
    [InlineData(1, "0000000000000001", "good")]
    [InlineData(1, "0000000000000002", "valid")] // twice
    public void A_card_that_is_not_right_is_refused(int number, string fingerprint, string expect)
    {
        var bundle = county.Sign(County.Head(BundleKind.Card, 1), json =>
        {
            json.WriteStartArray("codes");
            foreach (var (n, code, outcome) in new[] { (2, "0000000000000002", "unreadable"), (number, fingerprint, expect) })
            {
                json.WriteStartObject();
                json.WriteNumber("number", n);
                json.WriteString("fingerprint", code);
                json.WriteString("expect", outcome);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

        BundleRule.Offer(county.TrustingBox, bundle).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Malformed);
    }

    byte[] Sign(SelfTestCard card) => county.Sign(card.Header, json => CardPayload.Write(json, card));

    SelfTestCard Card() => new(
        County.Head(BundleKind.Card, 1),
        new TrustList(1, County.Issued, [county.Issuer()]),
        County.Revoked(1, new PassId(5)),
        new GateScope([411625101], []),
        [new(1, Good, CodeOutcome.Valid), new(2, Over, CodeOutcome.Expired), new(3, Torn, Expected: null)]);
}
