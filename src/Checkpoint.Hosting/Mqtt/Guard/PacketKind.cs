namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>The packets that a broker has reason to send to a client that only subscribes and publishes, at QoS 0 and 1 (MQTT 5, 2.1.2).</summary>
/// <remarks>The numbers are bits of a set; the protocol's own numbers are in <see cref="PacketHeader"/>.</remarks>
[Flags]
enum PacketKind
{
    /// <summary>The empty set.</summary>
    None = 0,

    /// <summary>Answer to CONNECT.</summary>
    Connack = 1,

    /// <summary>A message.</summary>
    Publish = 2,

    /// <summary>Answer to PUBLISH at QoS 1.</summary>
    Puback = 4,

    /// <summary>Answer to SUBSCRIBE.</summary>
    Suback = 8,

    /// <summary>Answer to PINGREQ.</summary>
    Pingresp = 16,

    /// <summary>The broker's good-bye, in MQTT 5 only.</summary>
    Disconnect = 32,
}
