using System.Text.Json;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>Reads what boxes say. Pure; nothing that anybody can send makes it throw.</summary>
/// <param name="fleet">The boxes that are known.</param>
sealed class Inbox(IReadOnlySet<DeviceId> fleet)
{
    const string RecordsChannel = "up/rec";
    const string EventChannel = "up/event";
    const string BirthChannel = "st/birth";
    const string ConnectionChannel = "st/conn";
    const string HealthChannel = "st/health";

    /// <summary>Reads one message.</summary>
    public Incoming Read(MqttMessage message)
    {
        if (!Topics.TryReadDevice(message.Topic, out var device, out var channel))
            return Aside(message, AsideReason.UnknownTopic);
        if (!fleet.Contains(device))
            return Aside(message, AsideReason.UnknownDevice);
        if (message.Payload.Length > WireJson.MaxPayloadBytes)
            return Aside(message, AsideReason.TooLarge);
        if (message.Payload.IsEmpty && channel.StartsWith("st/", StringComparison.Ordinal))
            return new Incoming.Cleared();

        return ReadChannel(device, channel, message) ?? Aside(message, AsideReason.Unreadable);
    }

    static Incoming? ReadChannel(DeviceId device, string channel, MqttMessage message) => channel switch
    {
        RecordsChannel => RecordBatch.TryRead(message.Payload, device) is { } batch ? new Incoming.Records(batch) : null,
        BirthChannel => Birth.TryRead(message.Payload) is { } birth ? new Incoming.Born(device, birth) : null,
        ConnectionChannel => ConnectionState.TryRead(message.Payload) is { } state ? new Incoming.Seen(device, state) : null,
        HealthChannel => WireJson.TryRead(message.Payload, json => new Incoming.Heard(device, BoxLevel.Read(json))),
        EventChannel => WireJson.TryRead(message.Payload, json => new Incoming.Alarmed(device, KindOf(json))),
        _ => Aside(message, AsideReason.UnknownChannel),
    };

    static AlarmKind KindOf(JsonElement json) =>
        WireName<AlarmKind>.TryParse(json.GetProperty("kind").GetString(), out var kind)
            ? kind
            : throw new FormatException("No such kind of alarm.");

    static Incoming.PutAside Aside(MqttMessage message, AsideReason reason) =>
        new(AsideMessage.Of(message.Topic, message.Payload, reason));
}
