using System.Collections.Immutable;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>
/// How a damaged journal's entries reach the hub, besides those of the journal in use and without haste: one batch at a time, the highest
/// first, so that the hub's list of holes covers everything below. Entries between them may be lost for good, so no watermark will ever pass
/// them: an entry is delivered when a watermark says that the ledger reaches that far and does not miss it. Pure.
/// </summary>
public static class SalvageMachine
{
    /// <summary>Time between two batches.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>The wait for the hub's word after all was sent; doubled each time that it does not come.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    /// <summary>The longest such wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Takes one input.</summary>
    public static SalvageStep Advance(SalvageState state, OutboxInput input) => input switch
    {
        OutboxInput.Connected c => Send(state with { IsUp = true, IsInFlight = false, SentFrom = long.MaxValue, Rounds = 0, NextAt = c.At + Pace }, c.At),
        OutboxInput.Disconnected => new(state with { IsUp = false, IsInFlight = false }, null),
        OutboxInput.Answered a => Send(state with { IsInFlight = false }, a.At),
        OutboxInput.Confirmed c when c.Watermark.Epoch == state.Epoch => Send(Confirm(state, c.Watermark), c.At),
        _ => Send(state, input.At),
    };

    static SalvageState Confirm(SalvageState state, Watermark mark)
    {
        var pending = state.Pending.SelectMany(run => NotHeld(run, mark)).ToImmutableArray();
        return pending.SequenceEqual(state.Pending) ? state : state with { Pending = pending, Rounds = 0 };
    }

    // What is neither below the watermark, nor between the holes, nor up to the highest entry held.
    static IEnumerable<SeqRange> NotHeld(SeqRange run, Watermark mark)
    {
        foreach (var hole in mark.Missing.Where(hole => hole.First <= run.Last && hole.Last >= run.First))
            yield return new(Math.Max(run.First, hole.First), Math.Min(run.Last, hole.Last));
        var heldTo = Math.Max(mark.UpTo, mark.Highest ?? (mark.Missing is [.., var last] ? last.Last : 0));
        if (run.Last > heldTo)
            yield return run with { First = Math.Max(run.First, heldTo + 1) };
    }

    static SalvageStep Send(SalvageState state, TimeSpan at)
    {
        if (!state.IsUp || state.IsInFlight || state.IsDone || at < state.NextAt)
            return new(state, null);
        if (Next(state) is { } batch)
            return new(state with { SentFrom = batch.First, IsInFlight = true, NextAt = at + Pace }, batch);

        // All was sent. What the hub does not confirm in time is sent again.
        var wait = BackOff.Doubled(FirstWait, state.Rounds, LongestWait);
        return new(state with { SentFrom = long.MaxValue, Rounds = state.Rounds + 1, NextAt = at + wait }, null);
    }

    static SeqRange? Next(SalvageState state)
    {
        foreach (var run in state.Pending.Reverse().Where(run => run.First < state.SentFrom))
        {
            var last = Math.Min(run.Last, state.SentFrom - 1);
            return new(Math.Max(run.First, last - RecordBatch.MaxRecords + 1), last);
        }

        return null;
    }
}
