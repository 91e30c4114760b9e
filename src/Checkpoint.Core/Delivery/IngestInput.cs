using System.Collections.Immutable;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>Something that the hub's ingest must know.</summary>
/// <param name="At">Time since the program started, monotonic.</param>
public abstract record IngestInput(TimeSpan At)
{
    /// <summary>Records have come; only while <see cref="IngestState.IsFull"/> is false.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Batch">The records of one message.</param>
    public sealed record Arrived(TimeSpan At, RecordBatch Batch) : IngestInput(At);

    /// <summary>A box was born, and wants to know how far the ledger has its journal.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Stream">The journal.</param>
    public sealed record Asked(TimeSpan At, StreamKey Stream) : IngestInput(At);

    /// <summary>A message has come that is no record.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Message">As it came.</param>
    public sealed record Strange(TimeSpan At, AsideMessage Message) : IngestInput(At);

    /// <summary>The delivery in hand is on the database's disk.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Watermarks">How far the ledger now has every journal that the delivery touched or asked for.</param>
    public sealed record Committed(TimeSpan At, ImmutableArray<StreamWatermark> Watermarks) : IngestInput(At);

    /// <summary>The database failed; nothing of the delivery in hand is stored.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Jitter">A random number, 0 … 1.</param>
    public sealed record CommitFailed(TimeSpan At, double Jitter) : IngestInput(At);

    /// <summary>What the ledger knew before the program started.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Watermarks">The journals that have holes.</param>
    public sealed record Recalled(TimeSpan At, ImmutableArray<StreamWatermark> Watermarks) : IngestInput(At);

    /// <summary>The link to the broker is up.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Connected(TimeSpan At) : IngestInput(At);

    /// <summary>The link is down, or could not be made.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Jitter">A random number, 0 … 1.</param>
    public sealed record Disconnected(TimeSpan At, double Jitter) : IngestInput(At)
    {
        /// <summary>Whether the broker said that another client came with the same identity.</summary>
        public bool TakenOver { get; init; }
    }

    /// <summary>The broker has answered the watermark of a journal.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Stream">The journal.</param>
    public sealed record Answered(TimeSpan At, StreamKey Stream) : IngestInput(At);

    /// <summary>Time passed, and nothing more has come for now.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Ticked(TimeSpan At) : IngestInput(At);
}
