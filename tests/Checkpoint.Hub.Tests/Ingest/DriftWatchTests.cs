using System.Collections.Frozen;
using System.Text;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Hub.Ingest;

/// <summary>From what boxes say of themselves to what their sisters say of them.</summary>
public sealed class DriftWatchTests
{
    static readonly DeviceId East = DeviceId.Parse("east-1");
    static readonly DeviceId West = DeviceId.Parse("east-2");
    static readonly DeviceId Other = DeviceId.Parse("far-1");
    static readonly FrozenSet<DeviceId> Fleet = new[] { East, West, Other }.ToFrozenSet();

    readonly Inbox inbox = new(Fleet);
    readonly DriftWatch watch = new([new[] { East, West }.ToFrozenSet()], new HubMetrics(new(TimeProvider.System), TimeProvider.System), NullLogger<DriftWatch>.Instance);

    [Fact]
    public void Sisters_that_read_alike_are_well()
    {
        Say(East, 34.70);
        Say(West, 34.85);

        (watch.Of(East), watch.Of(West), watch.Drifting).ShouldBe((Drift.None, Drift.None, 0));
    }

    [Fact]
    public void Whoever_stands_apart_is_found_and_found_well_again()
    {
        Say(East, 34.70);
        Say(West, 35.10);
        watch.Of(West).ShouldBe(Drift.ApartFromSisters);

        Say(West, 34.72);

        (watch.Of(East), watch.Of(West), watch.Drifting).ShouldBe((Drift.None, Drift.None, 0));
    }

    [Fact]
    public void A_box_without_sisters_is_held_against_its_own_beginning()
    {
        Say(Other, 34.70, settled: 34.70);
        watch.Of(Other).ShouldBe(Drift.None);

        Say(Other, 35.00, settled: 34.70);

        (watch.Of(Other), watch.Drifting).ShouldBe((Drift.Moved, 1));
    }

    [Fact]
    public void Another_place_and_another_kind_of_thermometer_say_nothing()
    {
        Say(Other, 36.00);
        Say(West, 36.00, sight: Sight.FullFace);

        Say(East, 34.70);

        watch.Of(East).ShouldBe(Drift.None);
    }

    [Theory]
    [InlineData("\"level\":7")]
    [InlineData("\"level\":{\"now\":3470,\"people\":1e99,\"sight\":\"forehead-centre\"}")]
    [InlineData("\"level\":{\"now\":999999,\"people\":100,\"sight\":\"forehead-centre\"}")]
    [InlineData("\"level\":{\"now\":3470,\"people\":100,\"sight\":\"x-ray\"}")]
    [InlineData("\"level\":{\"people\":100}")]
    public void What_is_no_level_is_not_compared(string member) =>
        Read(East, $$"""{{{member}},"v":1}""").ShouldBeOfType<Incoming.Heard>().Level.ShouldBeNull();

    void Say(DeviceId device, double level, double? settled = null, Sight sight = Sight.ForeheadCentre)
    {
        var health = new BoxHealth(0, TimeSpan.Zero, 0, 0, 0, 0, 0, ClockQuality.Synced) { Level = new(sight, new(level, Ordinary.SettledPeople), settled) };
        watch.Take(device, Read(device, Encoding.UTF8.GetString(health.ToJson())).ShouldBeOfType<Incoming.Heard>().Level.ShouldNotBeNull());
    }

    Incoming Read(DeviceId device, string payload) => inbox.Read(new MqttMessage(Topics.Health(device), Encoding.UTF8.GetBytes(payload)));
}
