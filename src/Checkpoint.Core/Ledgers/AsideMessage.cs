namespace Checkpoint.Ledgers;

/// <summary>A message that is no record, kept as it came for a person to look at.</summary>
/// <param name="Topic">Its topic, at most <see cref="MaxTopicLength"/> characters.</param>
/// <param name="Reason">Why it was put aside.</param>
/// <param name="Size">Bytes that came.</param>
/// <param name="Payload">The first of them, at most <see cref="MaxPayloadBytes"/>.</param>
public sealed record AsideMessage(string Topic, AsideReason Reason, int Size, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Messages kept; the oldest go first. With the limits below, under 170 MB.</summary>
    public const int MaxKept = 10_000;

    /// <summary>Bytes kept of one payload.</summary>
    public const int MaxPayloadBytes = 16 * 1024;

    /// <summary>Characters kept of one topic.</summary>
    public const int MaxTopicLength = 256;

    /// <summary>Puts a message aside, cut down to the limits.</summary>
    /// <param name="topic">As it came.</param>
    /// <param name="payload">As it came.</param>
    /// <param name="reason">Why.</param>
    public static AsideMessage Of(string topic, ReadOnlyMemory<byte> payload, AsideReason reason) => new(
        (topic.Length <= MaxTopicLength ? topic : topic[..MaxTopicLength]).Replace('\0', '\uFFFD'), // PostgreSQL has no NUL
        reason,
        payload.Length,
        payload[..Math.Min(payload.Length, MaxPayloadBytes)]);
}
