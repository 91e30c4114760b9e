using Checkpoint.Delivery;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

public sealed class IdentityTests : OutboxFixture
{
    [Fact]
    public async Task The_hubs_receipt_is_kept_with_its_time()
    {
        Hub.IsSilent = true;
        Box.Write(3);
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.Deliveries >= 3, "the hub has heard everything", Cancel);

        Hub.Say(new Watermark(Journal.Epoch, 2, []) { Hash = Journal.LinkAt(2), Time = Some.Moment }.ToJson());

        await ReleasedAsync(2);
        Journal.ReceiptAt.ShouldBe(Some.Moment);
        Box.Status.Now().ReceiptAt.ShouldBe(Some.Moment);
    }

    [Fact]
    public async Task A_receipt_for_another_chain_releases_nothing_and_a_new_journal_begins()
    {
        Hub.IsSilent = true;
        Box.Write(3);
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.Deliveries >= 3, "the hub has heard everything", Cancel);
        var before = Journal.Epoch;

        Hub.Say(new Watermark(before, 2, []) { Hash = Some.Chain(1)[0].Hash }.ToJson());

        await Eventually.HoldsAsync(() => Box.Journal.Current is { } now && now.Epoch != before, "another journal is open", Cancel);
        await Eventually.HoldsAsync(() => Hub.Alarms.Contains("journal-disowned", StringComparer.Ordinal), "the alarm has come", Cancel);
        Box.Journal.MovedAside.ShouldNotBeNull();
        Box.Status.Birth(Journal).KeptAside.ShouldBe(1);
        Hub.IsSilent = false;
        Box.Write(2);
        await ReleasedAsync(2);
    }

    [Fact]
    public async Task A_box_that_another_throws_out_leaves_the_broker_to_it_and_says_so()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.On(Topics.Birth(Some.Device)).Count > 0, "it is online", Cancel);

        using var other = new MosquittoLink(
            new(Broker.Endpoint(), Some.Device.Value, TimeSpan.FromMinutes(5), [], Will: null), TimeProvider.System);
        for (var births = 0; births < LinkRule.MaxShortLives; births++)
        {
            await Eventually.HoldsAsync(() => Hub.On(Topics.Birth(Some.Device)).Count > births, "it is online again", Cancel);
            other.Connect(); // mosquitto 2.0 does not say why it hangs up
        }

        await Eventually.HoldsAsync(() => Box.Outbox.PeekAlarm() is { Kind: AlarmKind.IdentityTakenOver }, "an alarm waits", Cancel);
        await Eventually.HoldsAsync(() => Box.Status.Now() is { Contested: true, Broker: false }, "the box says so", Cancel);
        Box.Write(1);
        Journal.Written.ShouldBe(1);
    }
}
