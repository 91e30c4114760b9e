using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>Everything the outbox remembers between two inputs.</summary>
/// <param name="Epoch">The journal it empties.</param>
/// <param name="Written">Highest number on disk.</param>
/// <param name="Released">Highest number that the hub has confirmed.</param>
public sealed record OutboxState(Epoch Epoch, long Written, long Released)
{
    /// <summary>Highest number handed to the broker since the last rewind.</summary>
    public long Sent { get; init; } = Released;

    /// <summary>Holes that the hub asked for.</summary>
    public ImmutableQueue<SeqRange> Asked { get; init; } = [];

    /// <summary>Unanswered messages.</summary>
    public int InFlight { get; init; }

    /// <summary>Unanswered messages that this link allows; 0 while it is down.</summary>
    public int Window { get; init; }

    /// <summary>When to try the link again; null while it is up or being made.</summary>
    public TimeSpan? RetryAt { get; init; } = TimeSpan.Zero;

    /// <summary>Failed attempts since the link was last proven good.</summary>
    public int Failures { get; init; }

    /// <summary>When the link came up.</summary>
    public TimeSpan UpSince { get; init; }

    /// <summary>When the watermark last moved.</summary>
    public TimeSpan ConfirmedAt { get; init; }

    /// <summary>When holes were last asked for.</summary>
    public TimeSpan AskedAt { get; init; } = -OutboxMachine.AskAgainAfter;

    /// <summary>When the watermark last moved, or the last rewind.</summary>
    public TimeSpan ProgressAt { get; init; }

    /// <summary>Rewinds in a row without progress.</summary>
    public int Rewinds { get; init; }

    /// <summary>Whether a link is there.</summary>
    public bool IsUp => Window > 0;

    /// <summary>Entries that the hub has not confirmed.</summary>
    public long Waiting => Written - Released;
}
