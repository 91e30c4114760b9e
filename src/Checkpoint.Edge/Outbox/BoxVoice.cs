using System.Security.Cryptography;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

/// <summary>What the box says of itself besides its entries: what it is, how it does, and what people should know now. Used by one loop.</summary>
sealed class BoxVoice(BoxIdentity identity, IMqttLink link, OutboxInbox inbox, BoxStatus status)
{
    (int Id, Alarm Alarm)? telling;
    string? toldDecoder;
    TimeSpan nextHealth;

    /// <summary>Another link, or none: what was not answered is said again.</summary>
    public void LinkChanged() => telling = null;

    /// <summary>The broker has answered something that was no batch.</summary>
    public void Answered(int messageId)
    {
        if (telling is not { } told || told.Id != messageId)
            return;
        inbox.Forget(told.Alarm);
        telling = null;
    }

    /// <summary>Says what the box is.</summary>
    /// <param name="open">The journal, or null while there is none.</param>
    public void SayBirth(Journal? open)
    {
        toldDecoder = status.Decoder;
        if (open is not null)
            link.Publish(new(Topics.Birth(identity.Device), status.Birth(open).ToJson(), Retain: true));
        link.Publish(Connection(open, online: true));
    }

    /// <summary>Says what is due by now.</summary>
    /// <param name="open">The journal, or null while there is none.</param>
    /// <param name="now">Time since the loop was made.</param>
    public void SayWhatIsDue(Journal? open, TimeSpan now)
    {
        SayAlarm(open);
        if (!string.Equals(toldDecoder, status.Decoder, StringComparison.Ordinal))
            SayBirth(open); // the code reader is up later than the broker
        if (now < nextHealth)
            return;
        nextHealth = now + BoxStatus.HealthInterval + TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(0, 6));
        link.Publish(new(Topics.Health(identity.Device), status.Health().ToJson(), Qos: 0, Retain: true));
    }

    /// <summary>Whether the box is there, as the broker keeps it.</summary>
    public MqttMessage Connection(Journal? open, bool online) =>
        new(Topics.Connection(identity.Device), new ConnectionState(online, open?.Boot ?? 0).ToJson(), Retain: true);

    // One at a time, and forgotten only when the broker has it: what a breaking link swallows is said again.
    void SayAlarm(Journal? open)
    {
        if (telling is not null || inbox.PeekAlarm() is not { } alarm)
            return;
        var said = alarm with { Stamp = alarm.Stamp with { Boot = open?.Boot ?? 0 } };
        if (link.Publish(new(Topics.Event(identity.Device), said.ToJson())) is { } id)
            telling = (id, alarm);
    }
}
