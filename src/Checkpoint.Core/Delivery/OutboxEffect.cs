using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>What the shell must carry out, in order.</summary>
public abstract record OutboxEffect
{
    OutboxEffect() { }

    /// <summary>Start connecting to the broker.</summary>
    public sealed record Connect : OutboxEffect;

    /// <summary>Publish these entries as one batch.</summary>
    /// <param name="Entries">At most <see cref="RecordBatch.MaxRecords"/>.</param>
    public sealed record Publish(SeqRange Entries) : OutboxEffect;

    /// <summary>Release everything up to here: the hub has it.</summary>
    /// <param name="UpTo">Number of the entry.</param>
    public sealed record Release(long UpTo) : OutboxEffect;
}
