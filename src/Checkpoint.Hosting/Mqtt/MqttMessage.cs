namespace Checkpoint.Hosting.Mqtt;

/// <summary>One message, in or out.</summary>
/// <param name="Topic">Topic name, without wildcards.</param>
/// <param name="Payload">Payload bytes.</param>
/// <param name="Qos">0 or 1; 2 is not used.</param>
/// <param name="Retain">Whether the broker keeps it for later subscribers.</param>
public sealed record MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, int Qos = 1, bool Retain = false);
