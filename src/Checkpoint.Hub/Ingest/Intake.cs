using Checkpoint.Hub.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>Collects what one commit will store. Used by one loop.</summary>
sealed class Intake
{
    /// <summary>Records in one commit; the message that reaches this is still taken whole.</summary>
    public const int MaxRecords = 1000;

    /// <summary>Messages in one commit.</summary>
    public const int MaxMessages = 256;

    readonly List<WireRecord> records = [];
    readonly List<AsideMessage> aside = [];
    readonly HashSet<StreamKey> asked = [];
    int messages;

    /// <summary>Whether to commit before taking more.</summary>
    public bool IsFull => records.Count >= MaxRecords || messages >= MaxMessages;

    /// <summary>Whether there is nothing to commit.</summary>
    public bool IsEmpty => messages == 0;

    /// <summary>Adds a message's records.</summary>
    public void Add(RecordBatch batch)
    {
        records.AddRange(batch.Records);
        messages++;
    }

    /// <summary>Adds a message to put aside.</summary>
    public void Add(AsideMessage message)
    {
        aside.Add(message);
        messages++;
    }

    /// <summary>Adds a journal whose watermark is wanted.</summary>
    public void Add(StreamKey stream)
    {
        asked.Add(stream);
        messages++;
    }

    /// <summary>Hands everything over and begins anew.</summary>
    public LedgerDelivery Take(DateTimeOffset now)
    {
        var delivery = new LedgerDelivery(now, [.. records], [.. aside], [.. asked]);
        records.Clear();
        aside.Clear();
        asked.Clear();
        messages = 0;
        return delivery;
    }
}
