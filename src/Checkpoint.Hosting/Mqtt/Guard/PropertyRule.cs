namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>What a property is made of, and in which of a broker's packets it may stand (MQTT 5, table 2-4).</summary>
/// <param name="Form">What follows its number.</param>
/// <param name="In">Where it may stand.</param>
readonly record struct PropertyRule(PropertyForm Form, PacketKind In)
{
    const PacketKind Answers = PacketKind.Connack | PacketKind.Puback | PacketKind.Suback | PacketKind.Disconnect;

    /// <summary>The rule for a property's number; null for a number that stands for none, or for one that only clients say.</summary>
    public static PropertyRule? Of(int number) => number switch
    {
        1 => new(PropertyForm.Byte, PacketKind.Publish), // payload format indicator
        2 => new(PropertyForm.UInt32, PacketKind.Publish), // message expiry interval
        3 => new(PropertyForm.Text, PacketKind.Publish), // content type
        8 => new(PropertyForm.Text, PacketKind.Publish), // response topic
        9 => new(PropertyForm.Text, PacketKind.Publish), // correlation data
        11 => new(PropertyForm.Variable, PacketKind.Publish), // subscription identifier
        17 => new(PropertyForm.UInt32, PacketKind.Connack), // session expiry interval
        18 => new(PropertyForm.Text, PacketKind.Connack), // assigned client identifier
        19 => new(PropertyForm.UInt16, PacketKind.Connack), // server keep alive
        21 => new(PropertyForm.Text, PacketKind.Connack), // authentication method
        22 => new(PropertyForm.Text, PacketKind.Connack), // authentication data
        26 => new(PropertyForm.Text, PacketKind.Connack), // response information
        28 => new(PropertyForm.Text, PacketKind.Connack | PacketKind.Disconnect), // server reference
        31 => new(PropertyForm.Text, Answers), // reason string
        33 => new(PropertyForm.UInt16, PacketKind.Connack), // receive maximum
        34 => new(PropertyForm.UInt16, PacketKind.Connack), // topic alias maximum
        35 => new(PropertyForm.UInt16, PacketKind.Publish), // topic alias
        36 => new(PropertyForm.Byte, PacketKind.Connack), // maximum QoS
        37 => new(PropertyForm.Byte, PacketKind.Connack), // retain available
        38 => new(PropertyForm.TwoTexts, Answers | PacketKind.Publish), // user property
        39 => new(PropertyForm.UInt32, PacketKind.Connack), // maximum packet size
        40 => new(PropertyForm.Byte, PacketKind.Connack), // wildcard subscription available
        41 => new(PropertyForm.Byte, PacketKind.Connack), // subscription identifiers available
        42 => new(PropertyForm.Byte, PacketKind.Connack), // shared subscription available
        _ => null,
    };
}
