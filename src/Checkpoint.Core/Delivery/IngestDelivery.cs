using System.Collections.Immutable;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>What one commit stores: bounded, and all of it or nothing.</summary>
/// <param name="Batches">Records, in the order in which they came.</param>
/// <param name="Aside">Messages that are no records.</param>
/// <param name="Asked">Journals whose watermark somebody wants, though nothing of them may have come.</param>
/// <param name="Records">Records in <paramref name="Batches"/>.</param>
/// <param name="Messages">Messages that it was made of.</param>
public sealed record IngestDelivery(
    ImmutableArray<RecordBatch> Batches,
    ImmutableArray<AsideMessage> Aside,
    ImmutableArray<StreamKey> Asked,
    int Records,
    int Messages)
{
    /// <summary>Records in one commit; the message that reaches this is still taken whole.</summary>
    public const int MaxRecords = 1000;

    /// <summary>Messages in one commit.</summary>
    public const int MaxMessages = 256;

    /// <summary>Nothing yet.</summary>
    public static IngestDelivery Empty { get; } = new([], [], [], 0, 0);

    /// <summary>Whether to commit before taking more.</summary>
    public bool IsFull => Records >= MaxRecords || Messages >= MaxMessages;

    /// <summary>Whether there is nothing to commit.</summary>
    public bool IsEmpty => Messages == 0;

    /// <summary>With one more message's records.</summary>
    public IngestDelivery With(RecordBatch batch) =>
        this with { Batches = Batches.Add(batch), Records = Records + batch.Records.Length, Messages = Messages + 1 };

    /// <summary>With one more message put aside.</summary>
    public IngestDelivery With(AsideMessage message) => this with { Aside = Aside.Add(message), Messages = Messages + 1 };

    /// <summary>With one more journal whose watermark is wanted.</summary>
    public IngestDelivery With(StreamKey stream) =>
        this with { Asked = Asked.Contains(stream) ? Asked : Asked.Add(stream), Messages = Messages + 1 };
}
