using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Wire;

public sealed class TopicsTests
{
    [Fact]
    public void Topics_are_the_published_ones()
    {
        Topics.Records(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/up/rec");
        Topics.Event(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/up/event");
        Topics.Birth(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/st/birth");
        Topics.Connection(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/st/conn");
        Topics.Health(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/st/health");
        Topics.Ack(Some.Device).ShouldBe("checkpoint/v1/d/gate-07/dn/ack");
        Topics.HubState.ShouldBe("checkpoint/v1/hub/st");
        Topics.AllUp.ShouldBe("checkpoint/v1/d/+/up/#");
        Topics.AllState.ShouldBe("checkpoint/v1/d/+/st/#");
    }

    [Theory]
    [InlineData("checkpoint/v1/d/gate-07/up/rec", "up/rec")]
    [InlineData("checkpoint/v1/d/gate-07/st/conn", "st/conn")]
    [InlineData("checkpoint/v1/d/gate-07/up/cmd/9/x", "up/cmd/9/x")]
    public void A_box_and_its_channel_are_read_from_a_topic(string topic, string channel)
    {
        Topics.TryReadDevice(topic, out var device, out var read).ShouldBeTrue();

        device.ShouldBe(Some.Device);
        read.ShouldBe(channel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("checkpoint")]
    [InlineData("checkpoint/v1/d/gate-07")]
    [InlineData("checkpoint/v2/d/gate-07/up/rec")]
    [InlineData("Checkpoint/v1/d/gate-07/up/rec")]
    [InlineData("/checkpoint/v1/d/gate-07/up/rec")]
    [InlineData("checkpoint/v1/d//up/rec")]
    [InlineData("checkpoint/v1/d/Gate/up/rec")]
    [InlineData("checkpoint/v1/d/+/up/rec")]
    [InlineData("checkpoint/v1/hub/st")]
    [InlineData("checkpoint/v1/a/gate-07/up/rec")]
    public void Another_topic_names_no_box(string topic)
    {
        Topics.TryReadDevice(topic, out var device, out var channel).ShouldBeFalse();

        device.ShouldBe(default(DeviceId));
        channel.ShouldBeEmpty();
    }
}
