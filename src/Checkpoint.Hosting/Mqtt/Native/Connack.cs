namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>The broker's answer to CONNECT (MQTT 5, 3.2; MQTT 3.1.1, 3.2).</summary>
/// <param name="Reason">0 when accepted.</param>
/// <param name="SessionPresent">Whether the broker remembered the session.</param>
/// <param name="ReceiveMaximum">How many unacknowledged messages it takes, 1 … 65535.</param>
/// <param name="MaximumQos">The highest QoS it takes, 0 … 2.</param>
/// <param name="MaximumPacketSize">The longest packet it takes in bytes, 0 … 4294967295.</param>
readonly record struct Connack(int Reason, bool SessionPresent, int ReceiveMaximum, int MaximumQos, uint MaximumPacketSize);
