using Checkpoint.Ledgers;

namespace Checkpoint.Delivery;

/// <summary>What the hub's shell must carry out, in order.</summary>
public abstract record IngestEffect
{
    IngestEffect() { }

    /// <summary>Start connecting to the broker.</summary>
    public sealed record Connect : IngestEffect;

    /// <summary>Say that the hub is there, and what time it has; retained.</summary>
    public sealed record SayOnline : IngestEffect;

    /// <summary>
    /// Store this in one transaction; answer with <see cref="IngestInput.Committed"/> once it is on the disk, or with
    /// <see cref="IngestInput.CommitFailed"/>.
    /// </summary>
    /// <param name="Delivery">The same again after a failure; storing it twice is harmless.</param>
    public sealed record Commit(IngestDelivery Delivery) : IngestEffect;

    /// <summary>Tell a box how far the ledger has its journal.</summary>
    /// <param name="Watermark">To whom, and how far.</param>
    public sealed record Tell(StreamWatermark Watermark) : IngestEffect;

    /// <summary>Tell people that entries are missing and do not come.</summary>
    /// <param name="Gap">Which.</param>
    public sealed record ReportGap(OpenGap Gap) : IngestEffect;
}
