using System.Security.Cryptography;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Watch;

public sealed class WatchlistTests : IDisposable
{
    static readonly CheckTime Now = new(Some.Moment, ClockQuality.Synced, TimeSpan.Zero);

    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void A_pass_is_named_by_the_published_keyed_hash()
    {
        var key = new byte[Watchlist.KeyBytes];

        Watchlist.Hash(key, new(1), KeyId.Of(7)).ShouldBe(HMACSHA256.HashData(key, (byte[])[0, 0, 0, 0, 0, 0, 0, 1, .. "0007"u8]));
    }

    [Fact]
    public void Somebody_waits_for_the_passes_on_the_list_and_no_others()
    {
        var list = County.Accept(county.TrustingBox, county.SignWatch(1, new PassId(1), new PassId(2))).Watched;

        list.IsWatched(Some.Claims(id: 1), Now).ShouldBeTrue();
        list.Find(Some.Claims(id: 2), Now)!.Id.ShouldBe("batch-1");
        list.IsWatched(Some.Claims(id: 3), Now).ShouldBeFalse();
        list.IsWatched(Some.Claims(id: 1, key: 8), Now).ShouldBeFalse();
        list.Count.ShouldBe(2);
        Watchlist.Empty.IsWatched(Some.Claims(id: 1), Now).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_waits_before_or_after_the_batchs_time()
    {
        var batch = new WatchBatch("b", County.Issued, County.Issued.AddDays(1), Revocation.PrefixSet.Empty(Watchlist.HashBytes));

        batch.IsOpen(At(County.Issued)).ShouldBeTrue();
        batch.IsOpen(At(County.Issued.AddDays(1))).ShouldBeTrue();
        batch.IsOpen(At(County.Issued.AddSeconds(-1))).ShouldBeFalse();
        batch.IsOpen(At(County.Issued.AddDays(1).AddSeconds(1))).ShouldBeFalse();
    }

    [Fact]
    public void A_clock_that_may_be_wrong_lets_nobody_slip()
    {
        var batch = new WatchBatch("b", County.Issued, County.Issued.AddDays(1), Revocation.PrefixSet.Empty(Watchlist.HashBytes));

        batch.IsOpen(new(County.Issued.AddDays(-9), ClockQuality.Unknown, TimeSpan.Zero)).ShouldBeTrue();
        batch.IsOpen(new(County.Issued.AddMinutes(-1), ClockQuality.Estimated, TimeSpan.FromMinutes(1))).ShouldBeTrue();
        batch.IsOpen(new(County.Issued.AddMinutes(-2), ClockQuality.Estimated, TimeSpan.FromMinutes(1))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("AAAA", """[]""")]
    [InlineData(null, """[{"id":"b","nbf":"2022-03-01T00:00:00Z","exp":"2022-03-01T00:00:00Z","passes":""}]""")]
    [InlineData(null, """[{"id":"b","nbf":"2022-03-01T00:00:00Z","exp":"2022-03-02T00:00:00Z","passes":"AAAA"}]""")]
    [InlineData(null, """[{"id":"b","nbf":"2022-03-01T00:00:00Z","exp":"2022-03-02T00:00:00Z"}]""")]
    [InlineData(null, """[{"id":"b","nbf":"2022-03-01T00:00:00Z","exp":"2022-03-02T00:00:00Z","passes":"","name":"x"}]""")]
    public void A_list_that_is_not_right_is_refused(string? key, string batches)
    {
        var bundle = county.Sign(County.Head(BundleKind.Watchlist, 1), json =>
        {
            json.WriteString("key", key ?? Convert.ToBase64String(new byte[Watchlist.KeyBytes]));
            json.WritePropertyName("batches");
            json.WriteRawValue(Encoding.UTF8.GetBytes(batches));
        });

        BundleRule.Offer(county.TrustingBox, bundle).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Malformed);
    }

    static CheckTime At(DateTimeOffset moment) => new(moment, ClockQuality.Synced, TimeSpan.Zero);
}
