namespace Checkpoint.Hosting.Mqtt;

/// <summary>What may help when a session did not come about.</summary>
enum NextTry
{
    /// <summary>It is over.</summary>
    Nothing,

    /// <summary>Nobody answered at this address: the host's next one.</summary>
    OtherAddress,

    /// <summary>The broker does not speak MQTT 5: 3.1.1.</summary>
    OlderVersion,
}
