using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passes.Revocation;

public sealed class RevocationListTests : IDisposable
{
    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_pass_is_named_by_the_published_hash() =>
        RevocationList.Hash(new(0x0123456789abcdef), KeyId.Of(7)).ShouldBe(
            SHA256.HashData([0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, .. "0007"u8]));

    [Fact]
    public void Exactly_the_passes_on_the_list_are_revoked() => Prop.ForAll(
        Gen.Choose(0, 200).ArrayOf().ToArbitrary(),
        taken =>
        {
            var list = County.Revoked(1, taken.Select(id => new PassId((ulong)id)));

            for (var id = 0; id <= 200; id++)
                list.IsRevoked(PassProfile.Gp1, Some.Claims((ulong)id)).ShouldBe(taken.Contains(id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_list_says_nothing_of_another_key_or_another_kind_of_pass()
    {
        var list = County.Revoked(1, Some.Claims().Id);

        list.IsRevoked(PassProfile.Gp1, Some.Claims()).ShouldBeTrue();
        list.IsRevoked(PassProfile.Gp1, Some.Claims(key: 8)).ShouldBeFalse();
        list.IsRevoked(PassProfile.Shc, Some.Claims()).ShouldBeFalse();
        RevocationList.Empty.IsRevoked(PassProfile.Gp1, Some.Claims()).ShouldBeFalse();
    }

    [Fact]
    public void A_withdrawn_key_takes_all_its_passes_along()
    {
        var list = new RevocationList(
            1,
            County.Issued,
            [KeyValuePair.Create((PassProfile.Gp1, Some.Claims().Key), new RevokedPasses(IsWithdrawn: true, PrefixSet.Empty(RevocationList.PrefixBytes)))]);

        var read = County.Accept(county.TrustingBox, county.Sign(list)).Revoked;

        read.IsRevoked(PassProfile.Gp1, Some.Claims(id: 99)).ShouldBeTrue();
        read.IsRevoked(PassProfile.Gp1, Some.Claims(key: 8)).ShouldBeFalse();
    }

    [Fact]
    public void Changes_lead_from_any_list_to_any_other() => Prop.ForAll(
        Gen.Choose(0, 60).ArrayOf().ToArbitrary(),
        Gen.Choose(0, 60).ArrayOf().ToArbitrary(),
        (before, after) =>
        {
            var from = County.Revoked(1, before.Select(id => new PassId((ulong)id)));
            var to = County.Revoked(2, after.Select(id => new PassId((ulong)id)));
            var state = County.Accept(county.TrustingBox, county.Sign(from));

            state = County.Accept(state, county.SignDelta(from, to));

            state.Revoked.Keys.Values.Single().Passes.Bytes.ToArray().ShouldBe(to.Keys.Values.Single().Passes.Bytes.ToArray());
            state.Revoked.Deltas.ShouldBe(1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_key_is_withdrawn_and_given_back_by_changes()
    {
        var open = County.Revoked(1, new PassId(1));
        var withdrawn = new RevocationList(
            2, County.Issued.AddMinutes(2), open.Keys.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { IsWithdrawn = true })));
        var again = County.Revoked(3, new PassId(1));

        var state = County.Accept(County.Accept(county.TrustingBox, county.Sign(open)), county.SignDelta(open, withdrawn));
        state.Revoked.IsRevoked(PassProfile.Gp1, Some.Claims(id: 2)).ShouldBeTrue();

        state = County.Accept(state, county.SignDelta(withdrawn, again));
        state.Revoked.IsRevoked(PassProfile.Gp1, Some.Claims(id: 2)).ShouldBeFalse();
        state.Revoked.IsRevoked(PassProfile.Gp1, Some.Claims(id: 1)).ShouldBeTrue();
    }

    [Fact]
    public void Changes_to_another_version_are_refused_and_a_whole_list_is_asked_for()
    {
        var (one, two, three) = (County.Revoked(1, new PassId(1)), County.Revoked(2, new PassId(2)), County.Revoked(3, new PassId(3)));
        var state = County.Accept(county.TrustingBox, county.Sign(one));

        var refused = BundleRule.Offer(state, county.SignDelta(two, three)).ShouldBeOfType<BundleStep.Refused>();

        refused.Why.ShouldBe(BundleRefusal.WrongBase);
        refused.WantsWhole.ShouldBeTrue();
        County.Accept(state, county.Sign(three)).Revoked.Version.ShouldBe(3);
    }

    [Fact]
    public void Changes_that_do_not_fit_the_list_are_refused()
    {
        var state = County.Accept(county.TrustingBox, county.Sign(County.Revoked(1, new PassId(1))));
        var other = County.Revoked(1, new PassId(2)); // signed under the same number elsewhere

        BundleRule.Offer(state, county.SignDelta(other, County.Revoked(2))).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.WrongBase);
        BundleRule.Offer(state, county.SignDelta(County.Revoked(1), County.Revoked(2, new PassId(1))))
            .ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.WrongBase);
    }

    [Fact]
    public void After_too_many_changes_a_whole_list_is_asked_for()
    {
        var list = County.Revoked(1, new PassId(1));
        var state = County.Accept(county.TrustingBox, county.Sign(list));
        for (var version = 2; version <= RevocationPayload.MaxDeltas + 1; version++)
        {
            var next = County.Revoked(version, new PassId((ulong)version));
            state = County.Accept(state, county.SignDelta(list, next));
            list = next;
        }

        var last = BundleRule.Offer(state, county.SignDelta(list, County.Revoked(list.Version + 1))).ShouldBeOfType<BundleStep.Refused>();

        last.Why.ShouldBe(BundleRefusal.TooManyDeltas);
        last.WantsWhole.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"profile":"gp1","kid":"0007","passes":"AAAAAAE"}""")]
    [InlineData("""{"profile":"gp1","kid":"0007","passes":"AAAAAA=="}""")]
    [InlineData("""{"profile":"gp1","kid":"0007","passes":"AAAAAAIAAAAAAQ=="}""")]
    [InlineData("""{"profile":"gp1","kid":"0007","passes":"AAAAAAEAAAAAAQ=="}""")]
    [InlineData("""{"profile":"gp1","kid":"0007","passes":"","withdrawn":"yes"}""")]
    [InlineData("""{"profile":"none","kid":"0007","passes":""}""")]
    [InlineData("""{"kid":"0007","passes":""}""")]
    [InlineData("""{"profile":"gp1","kid":"0007","add":""}""")]
    [InlineData("""{"profile":"gp1","kid":"0007"},{"profile":"gp1","kid":"0007"}""")]
    public void A_list_that_is_not_right_is_refused(string keys) => Offer($$"""[{{keys}}]""").Why.ShouldBe(BundleRefusal.Malformed);

    [Fact]
    public void Changes_lead_forward_only()
    {
        var bundle = county.Sign(County.Head(BundleKind.Revocation, 5), json =>
        {
            json.WriteNumber("from", 5);
            json.WriteString("list", "");
            json.WriteStartArray("keys");
            json.WriteEndArray();
        });

        BundleRule.Offer(county.TrustingBox, bundle).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Malformed);
    }

    [Fact]
    public void A_list_brought_up_by_changes_is_the_whole_one()
    {
        var (one, two) = (County.Revoked(1, new PassId(1)), County.Revoked(2, new PassId(1), new PassId(2)));
        var state = County.Accept(County.Accept(county.TrustingBox, county.Sign(one)), county.SignDelta(one, two));

        BundleRule.Offer(state, county.Sign(two)).ShouldBeOfType<BundleStep.Known>();
        BundleRule.Offer(state, county.SignDelta(one, two)).ShouldBeOfType<BundleStep.Known>();
        BundleRule.Offer(state, county.Sign(County.Revoked(2, new PassId(3)))).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Conflict);
    }

    [Fact]
    public void Lists_from_a_folder_take_force_in_whatever_order_they_are_found()
    {
        var (one, two) = (County.Revoked(1, new PassId(1)), County.Revoked(2, new PassId(1), new PassId(2)));
        (string, ReadOnlyMemory<byte>)[] found =
        [
            ("d", county.SignDelta(one, two)), ("c", county.Sign(one)), ("b", county.Trust(2)), ("a", Encoding.UTF8.GetBytes("torn")), ("e", county.Trust(1)),
        ];

        var (state, steps) = BundleRule.OfferAll(county.NewBox, found);

        state.Revoked.Version.ShouldBe(2);
        state.Trust.Version.ShouldBe(2);
        steps.Select(step => step.Name).ShouldBe(["e", "b", "c", "d", "a"]);
        steps.Select(step => step.Step is BundleStep.Accepted).ShouldBe([true, true, true, true, false]);
    }

    [Theory]
    [InlineData(4_000, 40_000)]
    [InlineData(100_000, 900_000)]
    public void A_large_list_travels_in_one_message_and_is_looked_up_without_allocating(int passes, int bytes)
    {
        var list = County.Revoked(1, Enumerable.Range(0, passes).Select(id => new PassId((ulong)id)));
        var bundle = county.Sign(list);
        bundle.Length.ShouldBeLessThan(bytes);
        var read = County.Accept(county.TrustingBox, bundle).Revoked;
        var (hit, miss) = (Some.Claims(id: 17), Some.Claims(id: ulong.MaxValue));
        read.IsRevoked(PassProfile.Gp1, hit).ShouldBeTrue(); // the first call allocates what is kept for all others

        var before = GC.GetAllocatedBytesForCurrentThread();
        var hits = 0;
        for (var i = 0; i < 100; i++)
            hits += (read.IsRevoked(PassProfile.Gp1, hit) ? 1 : 0) + (read.IsRevoked(PassProfile.Gp1, miss) ? 1 : 0);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        read.Count.ShouldBe(passes);
        hits.ShouldBe(100);
        allocated.ShouldBe(0);
    }

    [Fact]
    public void A_long_key_id_counts_up_to_its_limit_and_stops_nothing()
    {
        var claims = Some.Claims() with { Key = new(new string('键', 300)) };

        Should.NotThrow(() => RevocationList.Hash(claims.Id, claims.Key));
        County.Revoked(1).IsRevoked(PassProfile.Nzcp, claims).ShouldBeFalse();
    }

    [Fact]
    public void A_search_finds_the_first_the_last_and_nothing_between()
    {
        var ids = Enumerable.Range(0, 9).Select(i => (ReadOnlyMemory<byte>)Number(2 * i)).ToList();
        var set = PrefixSet.Of(4, ids);

        for (var i = 0; i < 18; i++)
            set.Contains(Number(i)).ShouldBe(i % 2 == 0);
        PrefixSet.Empty(4).Contains(Number(0)).ShouldBeFalse();
    }

    BundleStep.Refused Offer(string keys) => BundleRule.Offer(
        county.TrustingBox,
        county.Sign(County.Head(BundleKind.Revocation, 1), json =>
        {
            json.WritePropertyName("keys");
            json.WriteRawValue(Encoding.UTF8.GetBytes(keys));
        })).ShouldBeOfType<BundleStep.Refused>();

    static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
