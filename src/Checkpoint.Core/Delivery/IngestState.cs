using System.Collections.Immutable;
using Checkpoint.Ledgers;

namespace Checkpoint.Delivery;

/// <summary>Everything the hub's ingest remembers between two inputs. Nothing of it must outlive the program.</summary>
public sealed record IngestState
{
    /// <summary>What the next commit will store.</summary>
    public IngestDelivery Intake { get; init; } = IngestDelivery.Empty;

    /// <summary>What is being stored, or waits to be tried again; null if nothing.</summary>
    public IngestDelivery? InHand { get; init; }

    /// <summary>Commits that failed in a row.</summary>
    public int CommitFailures { get; init; }

    /// <summary>When to try <see cref="InHand"/> again; null while it is being stored.</summary>
    public TimeSpan? CommitAt { get; init; }

    /// <summary>The link.</summary>
    public LinkState Link { get; init; } = new();

    /// <summary>When the hub last said that it is there.</summary>
    public TimeSpan SaidOnlineAt { get; init; }

    /// <summary>Watermarks on their way.</summary>
    public OutgoingWatermarks Watermarks { get; init; } = OutgoingWatermarks.Empty;

    /// <summary>Journals with holes.</summary>
    public ImmutableArray<OpenGap> Gaps { get; init; } = [];

    /// <summary>Whether nothing more may be taken before a commit.</summary>
    public bool IsFull => Intake.IsFull;
}
