using System.Collections.Immutable;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>
/// What goes next, as far as window and budgets allow: holes that the hub asked for, then live entries, then the backlog. A place in the
/// window is kept for live entries, so that they wait for one answer at most however long the backlog is. Pure.
/// </summary>
public static class OutboxPump
{
    /// <summary>Places in the window that a backlog leaves free.</summary>
    public const int LiveReserve = 1;

    /// <summary>Messages of live entries in a second; entries above that share messages.</summary>
    public const double LivePerSecond = 20;

    /// <summary>Messages of live entries at once.</summary>
    public const double LiveBurst = 20;

    /// <summary>Entries of a backlog in a second: 180,000, ninety days offline, take nine seconds at least.</summary>
    public const double DrainPerSecond = 20_000;

    /// <summary>Entries of a backlog at once; enough for the quarter of a second between two ticks.</summary>
    public const double DrainBurst = 5_000;

    /// <summary>
    /// Entries of a backlog that are on their way and not confirmed. What the hub cannot take yet waits on the disk and not in the broker,
    /// whose queue is short and where live entries would stand behind it.
    /// </summary>
    public const int MaxUnconfirmed = IngestDelivery.MaxRecords;

    /// <summary>Publishes what may go.</summary>
    internal static OutboxStep Send(OutboxState state, TimeSpan at)
    {
        if (!state.IsUp || state.IsDisowned)
            return new(state, []);

        state = state with
        {
            ClearAt = state.InFlight == 0 ? at : state.ClearAt,
            LiveBudget = state.LiveBudget.Filled(at, LivePerSecond, LiveBurst),
            DrainBudget = state.DrainBudget.Filled(at, DrainPerSecond, DrainBurst),
        };
        var effects = ImmutableArray.CreateBuilder<OutboxEffect>();
        while (state.InFlight < state.Window && Next(state) is { } next)
        {
            effects.Add(new OutboxEffect.Publish(next.Batch));
            state = next.After with { InFlight = state.InFlight + 1 };
        }

        return new(state, effects.DrainToImmutable());
    }

    static (OutboxState After, SeqRange Batch)? Next(OutboxState state)
    {
        if (!state.Asked.IsEmpty)
            return (state with { Asked = state.Asked.Dequeue(out var asked) }, asked);
        return NextLive(state) ?? NextOfBacklog(state);
    }

    static (OutboxState After, SeqRange Batch)? NextLive(OutboxState state)
    {
        if (state.SentLive >= state.Written || state.LiveBudget.Tokens < 1)
            return null;
        var last = Math.Min(state.Written, state.SentLive + RecordBatch.MaxRecords);
        return (state with { SentLive = last, LiveBudget = state.LiveBudget.Without(1) }, new(state.SentLive + 1, last));
    }

    static (OutboxState After, SeqRange Batch)? NextOfBacklog(OutboxState state)
    {
        var last = Math.Min(state.Backlog, state.Sent + RecordBatch.MaxRecords);
        var count = last - state.Sent;
        if (count <= 0 || state.DrainBudget.Tokens < count || last - state.Released > MaxUnconfirmed
            || state.InFlight >= Math.Max(1, state.Window - LiveReserve))
        {
            return null;
        }

        return (state with { Sent = last, DrainBudget = state.DrainBudget.Without(count) }, new(state.Sent + 1, last));
    }
}
