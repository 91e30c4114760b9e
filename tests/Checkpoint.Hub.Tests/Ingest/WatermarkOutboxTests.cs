using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

public sealed class WatermarkOutboxTests
{
    readonly WatermarkOutbox outbox = new();
    readonly List<MqttMessage> published = [];

    [Fact]
    public void No_more_go_out_than_the_broker_has_answered()
    {
        Add(WatermarkOutbox.MaxInFlight + 3, upTo: 1);

        outbox.Flush(Publish);
        var first = published.Count;
        outbox.Answered(1).ShouldBeTrue();
        outbox.Flush(Publish);

        first.ShouldBe(WatermarkOutbox.MaxInFlight);
        published.Count.ShouldBe(WatermarkOutbox.MaxInFlight + 1);
        outbox.Waiting.ShouldBe(2);
    }

    [Fact]
    public void A_later_watermark_takes_the_place_of_one_that_still_waits()
    {
        Add(1, upTo: 1);
        Add(1, upTo: 2);

        outbox.Flush(Publish);

        Watermark.TryRead(published.Single().Payload)!.UpTo.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_published_waits_for_the_next_link()
    {
        Add(2, upTo: 1);

        outbox.Flush(_ => null);
        outbox.Disconnected();
        outbox.Flush(Publish);

        published.Count.ShouldBe(2);
    }

    [Fact]
    public void An_answer_to_something_else_is_not_a_watermarks() => outbox.Answered(7).ShouldBeFalse();

    void Add(int journals, long upTo) => outbox.Add(
        [.. Enumerable.Range(0, journals).Select(i => new Journal($"gate-{i}").Stream).Select(stream => (stream.Device, new Watermark(stream.Epoch, upTo, [])))]);

    int? Publish(MqttMessage message)
    {
        published.Add(message);
        return published.Count;
    }
}
