using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>Something that the outbox must know.</summary>
/// <param name="At">Time since the program started, monotonic.</param>
public abstract record OutboxInput(TimeSpan At)
{
    /// <summary>The journal has grown.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Written">Highest number on disk.</param>
    public sealed record Appended(TimeSpan At, long Written) : OutboxInput(At);

    /// <summary>The link to the broker is up.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="ReceiveMaximum">Unanswered messages that the broker takes.</param>
    public sealed record Connected(TimeSpan At, int ReceiveMaximum) : OutboxInput(At);

    /// <summary>The link is down, or could not be made.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Jitter">A random number, 0 … 1, that spreads many boxes' attempts over time.</param>
    public sealed record Disconnected(TimeSpan At, double Jitter) : OutboxInput(At)
    {
        /// <summary>Whether the broker said that another client came with the same identity.</summary>
        public bool TakenOver { get; init; }
    }

    /// <summary>The broker has answered one message. That is room in the window, not delivery.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Answered(TimeSpan At) : OutboxInput(At);

    /// <summary>The hub says how far it has committed.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Watermark">How far.</param>
    public sealed record Confirmed(TimeSpan At, Watermark Watermark) : OutboxInput(At)
    {
        /// <summary>This disk's own link at the watermark's number, or null if it has none there.</summary>
        public EntryHash? Own { get; init; }
    }

    /// <summary>The hub has come back.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record HubReturned(TimeSpan At) : OutboxInput(At);

    /// <summary>Time passed.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Ticked(TimeSpan At) : OutboxInput(At);
}
