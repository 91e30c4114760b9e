using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

/// <summary>Feeds <see cref="SalvageMachine"/> and publishes what it says. Used by one loop.</summary>
sealed class SalvageSender(AsideShelf shelf, IMqttLink link, DeviceId device)
{
    SalvagedJournal? sending;
    SalvageState? state;
    OutboxInput.Connected? up;
    int? awaited;
    int most = RecordBatch.MaxRecords;

    /// <summary>Takes what the outbox took.</summary>
    /// <exception cref="IOException">The damaged file cannot be read; tried again with the next input.</exception>
    public void Feed(OutboxInput input)
    {
        Note(input);
        Follow();
        if (state is null)
            return;
        if (input is not OutboxInput.Answered) // those are of the outbox's own messages
            Advance(input);
        if (state.IsDone)
            shelf.Finish(sending!);
    }

    /// <summary>Takes the broker's answer if it is to a batch of salvaged entries.</summary>
    /// <returns>Whether it was.</returns>
    public bool TryTakeAnswer(int messageId, TimeSpan at)
    {
        if (awaited != messageId)
            return false;
        awaited = null;
        if (state is not null)
            Advance(new OutboxInput.Answered(at));
        return true;
    }

    void Note(OutboxInput input)
    {
        if (input is OutboxInput.Connected connected)
            up = connected;
        if (input is OutboxInput.Disconnected)
            (up, awaited) = (null, null);
    }

    void Follow()
    {
        if (ReferenceEquals(sending, shelf.Current))
            return;
        sending = shelf.Current;
        state = sending?.Epoch is { } epoch ? new(epoch, sending.Found) : null;
        if (state is not null && up is not null)
            state = SalvageMachine.Advance(state, up).Next;
    }

    void Advance(OutboxInput input)
    {
        var step = SalvageMachine.Advance(state!, input);
        if (step.Publish is { } batch)
            Publish(batch);
        state = step.Next with { IsInFlight = step.Next.IsInFlight && awaited is not null }; // nothing went out if nothing could be read
    }

    void Publish(SeqRange batch)
    {
        var records = sending!.Read(batch.First, (int)batch.Count).Select(entry => entry.Record).Where(record => record.Key.Seq <= batch.Last).ToList();
        foreach (var part in records.Chunk(most))
            Publish(part);
    }

    void Publish(WireRecord[] part)
    {
        try
        {
            awaited = link.Publish(new(Topics.Records(device), new RecordBatch([.. part]).ToJson())) ?? awaited;
        }
        catch (ArgumentException) when (part.Length > 1)
        {
            most = part.Length / 2; // the broker takes smaller messages only
            foreach (var half in part.Chunk(most))
                Publish(half);
        }
    }
}
