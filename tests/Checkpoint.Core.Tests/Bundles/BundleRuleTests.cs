using System.Text;
using Checkpoint.Passes;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Bundles;

public sealed class BundleRuleTests : IDisposable
{
    const string LocksOut =
        """{"version":1,"rules":[{"id":"nobody","logic":{"===":[{"var":"direction"},"exit"]},"otherwise":{"verdict":"turn-back","reason":"outside-hours"}}]}""";

    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_trust_list_of_the_root_takes_force()
    {
        var state = County.Accept(county.NewBox, county.Trust(3));

        state.VersionOf(BundleKind.Trust).ShouldBe(3);
        state.Trust.Version.ShouldBe(3);
        state.Trust.Find(PassProfile.Gp1, Some.Claims().Key).ShouldHaveSingleItem().Name.ShouldBe("township");
        state.Trust.Signers.ShouldHaveSingleItem().Fingerprint.ShouldBe(PublicKey.Fingerprint(county.SignerKey));
        state.NewestIssued.ShouldBe(County.Issued.AddMinutes(3));
        state.InForce.Keys.ShouldBe([BundleKind.Trust]);
        state.InForce[BundleKind.Trust].DaysAt(Some.At(County.Issued.AddDays(2))).ShouldBe(1);
    }

    [Fact]
    public void A_signer_on_the_trust_list_may_sign_what_it_says()
    {
        var state = County.Accept(county.TrustingBox, county.Sign(County.Revoked(1, new PassId(1))));

        state = County.Accept(state, county.SignPolicy(4, """{"version":1,"settings":{"recheckFrom":3750}}"""));

        state.Policy.ShouldNotBeNull().RecheckFrom.Hundredths.ShouldBe(37_50);
        state.Policy.Version.ShouldBe(4);
        state.Revoked.Count.ShouldBe(1);
    }

    [Fact]
    public void The_same_bundle_again_changes_nothing() =>
        BundleRule.Offer(county.TrustingBox, county.Trust(1)).ShouldBeOfType<BundleStep.Known>();

    [Fact]
    public void An_older_version_is_refused()
    {
        var state = County.Accept(county.TrustingBox, county.SignPolicy(5));

        Refused(state, county.SignPolicy(4)).ShouldBe(BundleRefusal.Older);
        Refused(County.Accept(state, county.Trust(2)), county.Trust(1)).ShouldBe(BundleRefusal.Older);
    }

    [Fact]
    public void Other_content_under_a_known_version_is_refused() => Refused(
        County.Accept(county.TrustingBox, county.SignPolicy(5)), county.SignPolicy(5, """{"version":1,"settings":{"maxAttempts":3}}""")).ShouldBe(BundleRefusal.Conflict);

    [Fact]
    public void Rules_that_would_lock_residents_out_are_refused_and_the_rule_is_named()
    {
        var refused = BundleRule.Offer(county.TrustingBox, county.SignPolicy(2, LocksOut)).ShouldBeOfType<BundleStep.Refused>();

        refused.Why.ShouldBe(BundleRefusal.Harmful);
        refused.Detail.ShouldContain("nobody");
    }

    [Fact]
    public void Rules_that_a_box_took_before_are_not_tried_again_at_each_start()
    {
        (string, ReadOnlyMemory<byte>)[] bundles = [("policy-2.jws", county.SignPolicy(2, LocksOut))];

        BundleRule.OfferAll(county.TrustingBox, bundles).Steps[0].Step.ShouldBeOfType<BundleStep.Refused>();
        BundleRule.OfferAll(county.TrustingBox, bundles, areKept: true).Next.VersionOf(BundleKind.Policy).ShouldBe(2);
    }

    [Fact]
    public void What_are_no_rules_is_refused_with_the_place() => BundleRule
        .Offer(county.TrustingBox, county.SignPolicy(2, """{"version":1,"settings":{"recheckFrom":"warm"}}"""))
        .ShouldBeOfType<BundleStep.Refused>().Detail.ShouldContain("$.settings.recheckFrom");

    [Fact]
    public void A_higher_version_that_was_signed_before_is_refused()
    {
        var state = County.Accept(county.TrustingBox, county.SignPolicy(5));
        var early = County.Head(BundleKind.Policy, 6) with { Issued = County.Issued };

        Refused(state, county.Sign(early, json => PolicyPayload.Write(json, """{"version":1}"""u8))).ShouldBe(BundleRefusal.SignedEarlier);
    }

    [Fact]
    public void After_a_newest_one_was_lost_only_it_or_a_newer_one_takes_force()
    {
        var newest = county.SignPolicy(7);
        var seen = County.Accept(county.TrustingBox, newest).Seen;
        var fallen = County.Accept(county.TrustingBox, county.SignPolicy(5)) with { Seen = seen };

        Refused(fallen, county.SignPolicy(6)).ShouldBe(BundleRefusal.Older);
        Refused(fallen, county.SignPolicy(7, """{"id":"others"}""")).ShouldBe(BundleRefusal.Conflict);
        County.Accept(fallen, newest).VersionOf(BundleKind.Policy).ShouldBe(7);
        County.Accept(fallen, county.SignPolicy(8)).VersionOf(BundleKind.Policy).ShouldBe(8);
    }

    [Fact]
    public void Nobody_but_the_root_signs_a_trust_list()
    {
        var forged = BundleWriter.Sign(
            County.Head(BundleKind.Trust, 2), json => Passes.Trust.TrustPayload.Write(json, [county.Issuer()], []), county.SignerKey);

        Refused(county.TrustingBox, forged).ShouldBe(BundleRefusal.SignerNotAllowed);
    }

    [Fact]
    public void A_signer_signs_only_its_kinds_and_only_in_its_time()
    {
        var state = County.Accept(county.NewBox, county.Trust(1, [], [county.Signer(BundleKind.Watchlist)]));
        var late = County.Head(BundleKind.Watchlist, 1) with { Issued = County.Issued.AddMonths(3).AddSeconds(1) };
        var soon = County.Head(BundleKind.Watchlist, 1) with { Issued = County.Issued.AddSeconds(-1) };

        Refused(state, county.SignPolicy(1)).ShouldBe(BundleRefusal.SignerNotAllowed);
        Refused(state, county.Sign(late, _ => { })).ShouldBe(BundleRefusal.SignerOutOfDate);
        Refused(state, county.Sign(soon, _ => { })).ShouldBe(BundleRefusal.SignerOutOfDate);
    }

    [Fact]
    public void A_signer_that_the_next_trust_list_leaves_out_signs_no_more()
    {
        var state = County.Accept(county.TrustingBox, county.SignPolicy(1));

        state = County.Accept(state, county.Trust(2, [county.Issuer()], []));

        Refused(state, county.SignPolicy(2)).ShouldBe(BundleRefusal.UnknownSigner);
        state.VersionOf(BundleKind.Policy).ShouldBe(1); // what was in force stays
    }

    [Fact]
    public void A_kind_in_the_wrong_place_is_refused() =>
        BundleRule.Offer(county.NewBox, county.Trust(1), BundleKind.Policy).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.WrongKind);

    [Fact]
    public void Every_refusal_has_words_of_its_own()
    {
        var words = Enum.GetValues<BundleRefusal>().Where(why => why != BundleRefusal.None).Select(BundleWords.Of).ToList();

        words.Distinct().Count().ShouldBe(words.Count);
        words.ShouldAllBe(line => line.Chinese.Contains('：') && line.English.Contains(':'));
    }

    [Fact]
    public void Whatever_is_offered_in_whatever_order_no_version_ever_falls() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ArrayOf().ToArbitrary(),
        offers =>
        {
            var state = county.NewBox;
            foreach (var offer in offers)
            {
                var before = state;
                if (BundleRule.Offer(state, Bundle(offer, state)) is not BundleStep.Accepted accepted)
                    continue;
                state = accepted.Next;
                foreach (var kind in Enum.GetValues<BundleKind>())
                {
                    state.VersionOf(kind).ShouldBeGreaterThanOrEqualTo(before.VersionOf(kind));
                    state.SeenOf(kind).Version.ShouldBeGreaterThanOrEqualTo(before.SeenOf(kind).Version);
                    state.SeenOf(kind).Version.ShouldBe(state.VersionOf(kind));
                }

                state.VersionOf(accepted.Bundle.Header.Kind).ShouldBeGreaterThan(before.VersionOf(accepted.Bundle.Header.Kind));
                state.NewestIssued!.Value.ShouldBeGreaterThanOrEqualTo(before.NewestIssued ?? DateTimeOffset.MinValue);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    byte[] Bundle(int offer, BundleState state)
    {
        var version = 1 + (offer / 8 % 6);
        return (offer % 8) switch
        {
            0 or 1 => county.Trust(version),
            2 => county.Sign(County.Revoked(version, new PassId((ulong)version))),
            3 => county.SignDelta(state.Revoked, County.Revoked(version + 1, new PassId((ulong)version))),
            4 => county.SignPolicy(version, $$"""{"n":{{offer % 3}}}"""),
            5 => county.SignWatch(version, new PassId(1)),
            6 => county.Trust(version, [], []),
            _ => Encoding.ASCII.GetBytes("torn"),
        };
    }

    static BundleRefusal Refused(BundleState state, byte[] bundle) =>
        BundleRule.Offer(state, bundle).ShouldBeOfType<BundleStep.Refused>().Why;
}
