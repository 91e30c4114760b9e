using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>What the shell must carry out, in order.</summary>
public abstract record OutboxEffect
{
    OutboxEffect() { }

    /// <summary>Start connecting to the broker; a link that is still there is cut.</summary>
    public sealed record Connect : OutboxEffect;

    /// <summary>Publish these entries as one batch.</summary>
    /// <param name="Entries">At most <see cref="RecordBatch.MaxRecords"/>.</param>
    public sealed record Publish(SeqRange Entries) : OutboxEffect;

    /// <summary>Release everything up to here: the hub has it.</summary>
    /// <param name="UpTo">Number of the entry.</param>
    public sealed record Release(long UpTo) : OutboxEffect;

    /// <summary>Tell people and the hub that another box seems to use this one's identity.</summary>
    public sealed record Contest : OutboxEffect;

    /// <summary>
    /// The ledger holds other entries under this journal's name than this disk does, or got two of one number: it was cloned, or brought back
    /// from an old copy. Keep it aside, begin another, and tell people; nothing of this journal is sent or released any more.
    /// </summary>
    public sealed record Disown : OutboxEffect;
}
