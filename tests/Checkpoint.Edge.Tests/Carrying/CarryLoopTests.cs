using Checkpoint.Edge.Outbox;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Carrying;

public sealed class CarryLoopTests : StickFixture
{
    readonly Parts parts;

    public CarryLoopTests()
    {
        parts = new(Folder.Journal);
        parts.OfferHubKey(HubKey);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    CarryLoop Loop => new(Places, Parts.Identity, parts.Journal, parts.Lists, parts.Outbox, TimeProvider.System, NullLogger<CarryLoop>.Instance);

    string[] Incoming => Directory.GetFiles(Places.Incoming);

    [Fact]
    public async Task A_receipt_releases_without_a_broker_and_then_its_file_is_gone()
    {
        parts.Journal.TryOpen();
        parts.Write(5);
        HandOver(Receipt(parts.Journal.Current!.Read(new(4, 4))));
        await using var outbox = await RunAsync();

        Loop.Look();
        await Eventually.HoldsAsync(() => Task.FromResult(parts.Journal.Current!.Released == 4), "released", Cancel);
        Loop.Look();

        Incoming.ShouldBeEmpty();
        parts.Journal.Current!.ReceiptKept.ShouldBe(4, "nobody says it again");
    }

    [Fact]
    public async Task An_old_receipt_after_a_newer_one_changes_nothing()
    {
        parts.Journal.TryOpen();
        parts.Write(5);
        parts.Journal.Current!.Release(5, at: null);
        HandOver(Receipt(parts.Journal.Current.Read(new(2, 2))));
        await using var outbox = await RunAsync();

        Loop.Look();

        parts.Journal.Current.Released.ShouldBe(5);
        Incoming.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_that_names_another_chain_makes_the_box_disown_its_journal()
    {
        parts.Journal.TryOpen();
        parts.Write(5);
        var epoch = parts.Journal.Current!.Epoch;
        HandOver(Receipt(parts.Journal.Current.Read(new(4, 4)).Select(record => record with { Hash = Some.Chain(3)[0].Hash })));
        await using var outbox = await RunAsync();

        Loop.Look();

        await Eventually.HoldsAsync(() => Task.FromResult(parts.Journal.Current is { } open && open.Epoch != epoch), "another journal", Cancel);
    }

    [Fact]
    public void A_receipt_of_a_journal_that_was_moved_aside_ends_its_being_carried()
    {
        WireRecord last;
        using (var before = Write(10))
            last = before.Read(new(10, 10))[0];
        StoreFile.MoveAside(Folder.Journal, TimeProvider.System);
        parts.Journal.TryOpen();
        HandOver(Receipt([last]));

        Loop.Look();
        Run(CarryOut.Run).ShouldBe(0);

        Read().ShouldBeEmpty();
        Incoming.ShouldBeEmpty();
    }

    [Fact]
    public void A_receipt_whose_link_a_journal_moved_aside_does_not_have_ends_nothing()
    {
        WireRecord last;
        using (var before = Write(10))
            last = before.Read(new(10, 10))[0];
        StoreFile.MoveAside(Folder.Journal, TimeProvider.System);
        parts.Journal.TryOpen();
        HandOver(Receipt([last with { Hash = Some.Chain(1)[0].Hash }]));

        Loop.Look();
        Run(CarryOut.Run).ShouldBe(0);

        Read().ShouldHaveSingleItem().Records.Length.ShouldBe(10);
    }

    [Fact]
    public void What_is_no_receipt_is_removed_and_what_waits_for_a_list_is_kept()
    {
        parts.Journal.TryOpen();
        Directory.CreateDirectory(Places.Incoming);
        using var stranger = County.NewKey();
        File.WriteAllText(Path.Combine(Places.Incoming, "a.jws"), "no receipt");
        File.WriteAllBytes(Path.Combine(Places.Incoming, "b.jws"), Receipt().Sign(stranger));

        Loop.Look();

        Incoming.Select(Path.GetFileName).ShouldBe(["b.jws"]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            parts.Dispose();
        base.Dispose(disposing);
    }

    // As carry in does it.
    void HandOver(Checkpoint.Carrying.WatermarksFile receipt)
    {
        Directory.CreateDirectory(Places.Incoming);
        File.WriteAllBytes(Path.Combine(Places.Incoming, "receipt.jws"), receipt.Sign(HubKey));
    }

    async Task<RunningLoop> RunAsync()
    {
        var outbox = new RunningLoop(parts, BrokerEndpoint.Parse($"mqtt://127.0.0.1:{FreePort.Next()}"));
        await outbox.StartAsync(Cancel);
        return outbox;
    }
}
