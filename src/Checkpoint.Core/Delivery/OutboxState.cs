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
    /// <summary>Highest number of the backlog handed to the broker since the last rewind.</summary>
    public long Sent { get; init; } = Released;

    /// <summary>Last number of the backlog: what came later is live, and goes before it.</summary>
    public long Backlog { get; init; } = Written;

    /// <summary>Highest live number handed to the broker; <see cref="Backlog"/> if there was none.</summary>
    public long SentLive { get; init; } = Written;

    /// <summary>Holes that the hub asked for, in batches; at most <see cref="OutboxMachine.MaxAsked"/>.</summary>
    public ImmutableQueue<SeqRange> Asked { get; init; } = [];

    /// <summary>Unanswered messages.</summary>
    public int InFlight { get; init; }

    /// <summary>Unanswered messages that this link allows; 0 while it is down.</summary>
    public int Window { get; init; }

    /// <summary>The link.</summary>
    public LinkState Link { get; init; } = new();

    /// <summary>Messages of live entries that may go now.</summary>
    public TokenBucket LiveBudget { get; init; } = new(OutboxPump.LiveBurst, TimeSpan.Zero);

    /// <summary>Entries of the backlog that may go now.</summary>
    public TokenBucket DrainBudget { get; init; } = new(OutboxPump.DrainBurst, TimeSpan.Zero);

    /// <summary>When the watermark last moved.</summary>
    public TimeSpan ConfirmedAt { get; init; }

    /// <summary>When last nothing was unanswered, or the link came up.</summary>
    public TimeSpan ClearAt { get; init; }

    /// <summary>When holes were last asked for.</summary>
    public TimeSpan AskedAt { get; init; } = -OutboxMachine.AskAgainAfter;

    /// <summary>When the watermark last moved, or the last rewind.</summary>
    public TimeSpan ProgressAt { get; init; }

    /// <summary>Rewinds in a row without progress.</summary>
    public int Rewinds { get; init; }

    /// <summary>Whether the ledger holds another journal under this one's name; then nothing is sent or released.</summary>
    public bool IsDisowned { get; init; }

    /// <summary>Whether a link is there.</summary>
    public bool IsUp => Window > 0;

    /// <summary>When to try the link again; null while it is up or being made.</summary>
    public TimeSpan? RetryAt => Link.RetryAt;

    /// <summary>Entries that the hub has not confirmed.</summary>
    public long Waiting => Written - Released;

    /// <summary>Whether every entry of a run was handed to the broker since the last rewind.</summary>
    public bool HasSent(SeqRange entries) => Sent >= Backlog
        ? entries.Last <= SentLive
        : entries.Last <= Sent || (entries.First > Backlog && entries.Last <= SentLive);
}
