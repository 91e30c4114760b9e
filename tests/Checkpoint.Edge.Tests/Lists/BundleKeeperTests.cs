using Checkpoint.Bundles;
using Checkpoint.Edge.Outbox;
using Checkpoint.Journaling;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Lists;

public sealed class BundleKeeperTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly County county = new();
    readonly GateClock clock = GateClock.OfThisMachine();
    readonly OutboxInbox outbox;
    readonly GatePasses passes;

    public BundleKeeperTests()
    {
        outbox = new(clock, NullLogger<OutboxInbox>.Instance);
        passes = new(clock, GateScope.Everywhere, NullLogger<GatePasses>.Instance);
    }

    public void Dispose()
    {
        county.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Without_any_list_every_issuer_is_unknown_and_nothing_stops()
    {
        Keeper();

        Shown(1).Outcome.ShouldBe(CodeOutcome.UnknownIssuer);
    }

    [Fact]
    public void A_new_list_takes_force_with_the_next_code()
    {
        var keeper = Keeper();
        Take(keeper, county.Trust(1, [Today()], [county.Signer()]));
        Shown(1).Outcome.ShouldBe(CodeOutcome.Valid);

        Take(keeper, county.Sign(County.Revoked(1, new PassId(1))));

        Shown(1).Outcome.ShouldBe(CodeOutcome.Revoked);
        Shown(2).Outcome.ShouldBe(CodeOutcome.Valid);
        outbox.TakeListsChanged().ShouldBeTrue();
    }

    [Fact]
    public void Lists_outlive_the_program()
    {
        Filled();

        var again = Keeper();

        again.State.VersionOf(BundleKind.Trust).ShouldBe(2);
        again.State.Revoked.Version.ShouldBe(3);
        Shown(3).Outcome.ShouldBe(CodeOutcome.Revoked);
        Alarms().ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_newest_list_falls_back_to_the_one_before_and_says_so()
    {
        Filled();
        File.WriteAllText(folder["trust-2.jws"], "torn");

        var again = Keeper();

        again.State.VersionOf(BundleKind.Trust).ShouldBe(1);
        Alarms().ShouldContain(AlarmKind.ListDamaged);
        Shown(1).Outcome.ShouldBe(CodeOutcome.Valid);
    }

    [Fact]
    public void After_falling_back_an_older_list_is_refused_all_the_same()
    {
        Filled();
        File.Delete(folder["trust-2.jws"]);
        var again = Keeper();

        again.Offer(Arrival(county.Trust(2, [], []))).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Conflict);
        again.Offer(Arrival(county.Trust(1, [], []))).ShouldBeOfType<BundleStep.Refused>().Why.ShouldBe(BundleRefusal.Older);
        again.Offer(Arrival(county.Trust(3, [Today()], []))).ShouldBeOfType<BundleStep.Accepted>();
    }

    [Fact]
    public void The_highest_versions_are_known_without_their_file()
    {
        Filled();
        File.WriteAllText(folder["seen.json"], "{");

        var again = Keeper();

        again.State.SeenOf(BundleKind.Trust).Version.ShouldBe(2);
        Alarms().ShouldBe([AlarmKind.ListDamaged]);
    }

    [Fact]
    public void The_last_two_good_ones_are_kept()
    {
        var keeper = Keeper();
        for (var version = 1; version <= 5; version++)
            Take(keeper, county.Trust(version, [Today()], [county.Signer()]));
        var (one, two, three) = (County.Revoked(1, new PassId(1)), County.Revoked(2, new PassId(2)), County.Revoked(3, new PassId(3)));
        foreach (var bundle in new[] { county.Sign(one), county.SignDelta(one, two), county.SignDelta(two, three), county.Sign(County.Revoked(4)), county.Sign(County.Revoked(5)) })
            Take(keeper, bundle);

        Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ShouldBe(
            ["revocation-4.jws", "revocation-5.jws", "seen.json", "trust-4.jws", "trust-5.jws"]);
    }

    [Fact]
    public void A_refused_list_raises_an_alarm_that_asks_for_what_is_needed()
    {
        var keeper = Filled();
        Alarms();

        keeper.Offer(Arrival(county.SignDelta(County.Revoked(7), County.Revoked(8, new PassId(9)))));

        outbox.PeekAlarm()!.Detail.ShouldBe("revocation 8: wrong-base; whole list wanted, 3 in force");
    }

    [Fact]
    public void A_disk_that_takes_nothing_does_not_hold_a_list_back()
    {
        using var file = File.Create(folder["lists"]); // no folder can be made where a file is
        var keeper = new BundleKeeper(county.Root, new(folder["lists/no"]), passes, clock, outbox, NullLogger<BundleKeeper>.Instance);

        Take(keeper, county.Trust(1, [Today()], []));

        Shown(1).Outcome.ShouldBe(CodeOutcome.Valid);
    }

    [Fact]
    public void The_clocks_floor_rises_with_the_newest_list()
    {
        var issued = TimeProvider.System.GetUtcNow().AddDays(1);
        var header = new BundleHeader(BundleKind.Trust, 1, issued);

        Take(Keeper(), BundleWriter.Sign(header, json => TrustPayload.Write(json, [Today()], []), county.RootKey));

        clock.Quality.ShouldBe(ClockQuality.Unknown); // it is later than this clock says
        Shown(1).Outcome.ShouldBe(CodeOutcome.ClockNotTrusted);
    }

    [Fact]
    public void A_large_store_is_loaded_as_it_was_kept()
    {
        var keeper = Filled();
        Take(keeper, county.Sign(County.Revoked(4, Enumerable.Range(0, 20_000).Select(id => new PassId((ulong)id)))));
        Take(keeper, county.Sign(County.Revoked(5, Enumerable.Range(0, 20_001).Select(id => new PassId((ulong)id)))));

        Keeper().State.Revoked.Count.ShouldBe(20_001);
    }

    [Fact]
    public async Task Lists_come_from_the_folder_of_the_installation_by_hand_and_from_the_broker()
    {
        var places = new BundlePlaces(folder["kept"], folder["installed"]);
        Directory.CreateDirectory(places.Installed!);
        Directory.CreateDirectory(places.Incoming);
        await File.WriteAllBytesAsync(folder["installed/b.jws"], county.Trust(2, [Today()], [county.Signer()]), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["installed/a.jws"], county.Trust(1), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["kept/incoming/x.jws"], county.Sign(County.Revoked(1, new PassId(1))), TestContext.Current.CancellationToken);
        var keeper = new BundleKeeper(county.Root, new(places.Kept), passes, clock, outbox, NullLogger<BundleKeeper>.Instance);
        var inbox = new BundleInbox();
        using var loop = new BundleLoop(keeper, inbox, places, TimeProvider.System, NullLogger<BundleLoop>.Instance);

        await loop.StartAsync(TestContext.Current.CancellationToken);
        Shown(1).Outcome.ShouldBe(CodeOutcome.Revoked); // before the first person
        inbox.Post(new(county.SignPolicy(9), BundleKind.Policy, "broker"));
        await Eventually.HoldsAsync(() => Task.FromResult(keeper.State.Policy is not null), "the rules are in force", TestContext.Current.CancellationToken);

        File.Exists(folder["kept/incoming/x.jws"]).ShouldBeFalse();
        File.Exists(folder["installed/a.jws"]).ShouldBeTrue();
        Alarms().ShouldBeEmpty();
        await loop.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void More_than_may_wait_drops_the_oldest()
    {
        var inbox = new BundleInbox();
        for (var i = 0; i <= BundleInbox.Limit; i++)
            inbox.Post(new(new byte[i], BundleKind.None, "broker"));

        inbox.Arrivals.TryRead(out var first).ShouldBeTrue();
        first!.Text.Length.ShouldBe(1);
        inbox.Arrivals.Count.ShouldBe(BundleInbox.Limit - 1);
    }

    BundleKeeper Keeper() => new(county.Root, new(folder.Path), passes, clock, outbox, NullLogger<BundleKeeper>.Instance);

    BundleKeeper Filled()
    {
        var keeper = Keeper();
        Take(keeper, county.Trust(1, [Today()], [county.Signer()]));
        Take(keeper, county.Trust(2, [Today()], [county.Signer()]));
        var (one, three) = (County.Revoked(1, new PassId(1)), County.Revoked(3, new PassId(3)));
        Take(keeper, county.Sign(one));
        Take(keeper, county.SignDelta(one, three));
        return keeper;
    }

    // The gate's clock is the real one here.
    IssuerKey Today() => county.Issuer() with { NotBefore = County.Issued, NotAfter = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    CodeCheck Shown(ulong id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return passes.Check(Some.Symbol(Gp1.Issue(Some.Claims(id) with { NotBefore = now.AddDays(-1), NotAfter = now.AddDays(1) }, county.IssuingKey)));
    }

    List<AlarmKind> Alarms()
    {
        var alarms = new List<AlarmKind>();
        while (outbox.PeekAlarm() is { } alarm)
        {
            alarms.Add(alarm.Kind);
            outbox.Forget(alarm);
        }

        return alarms;
    }

    static void Take(BundleKeeper keeper, byte[] bundle) => keeper.Offer(Arrival(bundle)).ShouldBeOfType<BundleStep.Accepted>();

    static BundleArrival Arrival(byte[] bundle) => new(bundle, BundleKind.None, "test");
}
