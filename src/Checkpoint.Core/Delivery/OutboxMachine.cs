using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>
/// How entries reach the hub: a bounded window of batches towards the broker, and nothing released before the hub's watermark. A broker's
/// answer is room in the window; it is never delivery. Pure.
/// </summary>
public static class OutboxMachine
{
    /// <summary>Batches towards the broker at once, whatever it allows.</summary>
    public const int MaxInFlight = 8;

    /// <summary>Batches of holes that wait to be sent again; the hub names what is left in its next watermark.</summary>
    public const int MaxAsked = 64;

    /// <summary>A watermark that stands still this long means that something was lost on the way; doubled each time.</summary>
    public static readonly TimeSpan FirstStall = TimeSpan.FromSeconds(5);

    /// <summary>The hub names a hole in every watermark; it is filled once, and again after this long.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for a watermark.</summary>
    public static readonly TimeSpan LongestStall = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A broker that owes answers for so long, while nothing gets through, does not give them any more: the link is made anew. What it owes
    /// would narrow the window for ever.
    /// </summary>
    public static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Begins with another journal where one was moved aside. The link stays, and so does what the broker has not answered: its answers count
    /// against the same window.
    /// </summary>
    /// <param name="before">The outbox of the journal before, or of none.</param>
    /// <param name="journal">The outbox of the journal now, as it is on the disk.</param>
    /// <param name="at">Now.</param>
    public static OutboxState Succeed(OutboxState before, OutboxState journal, TimeSpan at) => journal with
    {
        Link = before.Link,
        Window = before.Window,
        InFlight = before.InFlight,
        ClearAt = before.ClearAt,
        LiveBudget = before.LiveBudget,
        DrainBudget = before.DrainBudget,
        ProgressAt = at,
    };

    /// <summary>Takes one input.</summary>
    public static OutboxStep Advance(OutboxState state, OutboxInput input) => input switch
    {
        OutboxInput.Appended a => OutboxPump.Send(Grow(state, a), a.At),
        OutboxInput.Connected c => OutboxPump.Send(Rewind(state, c.At) with
        {
            Window = Math.Clamp(c.ReceiveMaximum, 1, MaxInFlight),
            InFlight = 0,
            ClearAt = c.At,
            Link = LinkRule.Up(state.Link, c.At),
            Rewinds = 0,
        }, c.At),
        OutboxInput.Disconnected d => Down(state, d),
        OutboxInput.Answered a => OutboxPump.Send(state with { InFlight = Math.Max(0, state.InFlight - 1) }, a.At),
        OutboxInput.Confirmed c => Confirm(state, c),
        OutboxInput.HubReturned h => OutboxPump.Send(state.IsUp ? Rewind(state, h.At) with { Rewinds = 0 } : state, h.At),
        OutboxInput.Ticked t => Tick(state with { Link = LinkRule.Settled(state.Link, t.At) }, t.At),
        _ => throw new UnreachableException(),
    };

    static OutboxState Grow(OutboxState state, OutboxInput.Appended appended) => state.Waiting == 0 && appended.Written > state.Written
        ? state with { Written = appended.Written, ProgressAt = appended.At }
        : state with { Written = Math.Max(state.Written, appended.Written) };

    static OutboxStep Down(OutboxState state, OutboxInput.Disconnected down)
    {
        var useful = state.ConfirmedAt > state.Link.UpSince;
        var link = LinkRule.Down(state.Link, down.At, down.Jitter, down.TakenOver, useful);
        return new(
            state with { Window = 0, InFlight = 0, Link = link },
            link.IsContested && !state.Link.IsContested ? [new OutboxEffect.Contest()] : []);
    }

    static OutboxStep Confirm(OutboxState state, OutboxInput.Confirmed confirmed)
    {
        var mark = confirmed.Watermark;
        if (mark.Epoch != state.Epoch || state.IsDisowned)
            return new(state, []); // another journal's
        if (IsOfAnotherDisk(state, confirmed))
            return new(state with { IsDisowned = true }, [new OutboxEffect.Disown()]);
        if (mark.UpTo > state.Written)
            return new(state, []); // one that this disk has never written, and that proves nothing

        var asked = Ask(state, mark.Missing, confirmed.At);
        if (mark.UpTo <= state.Released)
            return OutboxPump.Send(asked, confirmed.At);

        var pumped = OutboxPump.Send(Move(asked, mark.UpTo, confirmed.At), confirmed.At);
        return pumped with { Effects = pumped.Effects.Insert(0, new OutboxEffect.Release(mark.UpTo)) };
    }

    // In a chain that nobody disputes, one link that is the same means that everything before it is the same.
    static bool IsOfAnotherDisk(OutboxState state, OutboxInput.Confirmed confirmed) => confirmed.Watermark.IsDisputed
        || (confirmed.Watermark.Hash is { } hash && confirmed.Watermark.UpTo > state.Released && confirmed.Own != hash);

    static OutboxState Move(OutboxState state, long upTo, TimeSpan at) => state with
    {
        Released = upTo,
        Sent = Math.Max(state.Sent, upTo),
        SentLive = Math.Max(state.SentLive, upTo),
        Asked = [.. state.Asked.Where(entries => entries.Last > upTo)],
        ProgressAt = at,
        ConfirmedAt = at,
        Rewinds = 0,
    };

    static OutboxState Ask(OutboxState state, ImmutableArray<SeqRange> missing, TimeSpan at)
    {
        if (missing.IsEmpty || at - state.AskedAt < AskAgainAfter)
            return state;
        var holes = missing.Where(hole => hole.First > state.Released && state.HasSent(hole)).SelectMany(Batches).Take(MaxAsked).ToList();
        return holes.Count > 0 ? state with { Asked = ImmutableQueue.CreateRange(holes), AskedAt = at } : state;
    }

    static OutboxStep Tick(OutboxState state, TimeSpan at)
    {
        if (LinkRule.IsDue(state.Link, at))
            return Connect(state);
        if (IsDead(state, at))
            return Connect(state);

        var stalled = state.IsUp && state.Waiting > 0 && at - state.ProgressAt >= BackOff.Doubled(FirstStall, state.Rewinds, LongestStall);
        return OutboxPump.Send(stalled ? Rewind(state, at) with { Rewinds = state.Rewinds + 1 } : state, at);
    }

    static bool IsDead(OutboxState state, TimeSpan at) =>
        state is { IsUp: true, IsDisowned: false, Waiting: > 0, InFlight: > 0 } && at - state.ProgressAt >= FirstStall && at - state.ClearAt >= DeadAfter;

    static OutboxStep Connect(OutboxState state) =>
        new(state with { Window = 0, InFlight = 0, Link = LinkRule.Trying(state.Link) }, [new OutboxEffect.Connect()]);

    // Unanswered messages stay unanswered: what goes out again shares the window with them.
    static OutboxState Rewind(OutboxState state, TimeSpan at) => state with
    {
        Sent = state.Released,
        Backlog = state.Written,
        SentLive = state.Written,
        Asked = ImmutableQueue<SeqRange>.Empty,
        ProgressAt = at,
    };

    static IEnumerable<SeqRange> Batches(SeqRange range)
    {
        for (var first = range.First; first <= range.Last; first += RecordBatch.MaxRecords)
            yield return new(first, Math.Min(range.Last, first + RecordBatch.MaxRecords - 1));
    }
}
