using Checkpoint.Hosting.Mqtt;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>What the hub says of itself, retained; the will is the offline word.</summary>
static class HubWord
{
    /// <summary>Online, with the time; boxes that had lost the hub begin again from its watermark.</summary>
    public static MqttMessage Online(TimeProvider clock) => new(Topics.HubState, new HubState(Online: true, clock.GetUtcNow()).ToJson(), Retain: true);

    /// <summary>Offline.</summary>
    public static MqttMessage Offline(TimeProvider clock) => new(Topics.HubState, new HubState(Online: false, clock.GetUtcNow()).ToJson(), Retain: true);
}
