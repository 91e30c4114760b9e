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

    /// <summary>First wait after a broken link; doubled each time.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two attempts.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(60);

    /// <summary>A link that has lasted this long, and moved the watermark, is good: the next failure starts from the first wait.</summary>
    public static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(1);

    /// <summary>A watermark that stands still this long means that something was lost on the way; doubled each time.</summary>
    public static readonly TimeSpan FirstStall = TimeSpan.FromSeconds(5);

    /// <summary>The hub names a hole in every watermark; it is filled once, and again after this long.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for a watermark.</summary>
    public static readonly TimeSpan LongestStall = TimeSpan.FromMinutes(5);

    /// <summary>Takes one input.</summary>
    public static OutboxStep Advance(OutboxState state, OutboxInput input) => input switch
    {
        OutboxInput.Appended a => Pump(state.Waiting == 0 && a.Written > state.Written
            ? state with { Written = a.Written, ProgressAt = a.At }
            : state with { Written = Math.Max(state.Written, a.Written) }),
        OutboxInput.Connected c => Pump(Rewind(state, c.At) with
        {
            Window = Math.Clamp(c.ReceiveMaximum, 1, MaxInFlight),
            RetryAt = null,
            UpSince = c.At,
            Rewinds = 0,
        }),
        OutboxInput.Disconnected d => new(Down(state, d), []),
        OutboxInput.Answered => Pump(state with { InFlight = Math.Max(0, state.InFlight - 1) }),
        OutboxInput.Confirmed c => Confirm(state, c),
        OutboxInput.HubReturned h => Pump(state.IsUp ? Rewind(state, h.At) with { Rewinds = 0 } : state),
        OutboxInput.Ticked t => Tick(state, t.At),
        _ => throw new UnreachableException(),
    };

    static OutboxState Down(OutboxState state, OutboxInput.Disconnected down)
    {
        var proven = state.IsUp && state.ConfirmedAt > state.UpSince && down.At - state.UpSince >= StableAfter;
        var failures = proven ? 0 : state.Failures;
        var wait = Doubled(FirstRetry, failures, LongestRetry) * Math.Clamp(down.Jitter, 0, 1);
        return state with { Window = 0, InFlight = 0, RetryAt = down.At + wait, Failures = failures + 1 };
    }

    static OutboxStep Confirm(OutboxState state, OutboxInput.Confirmed confirmed)
    {
        var (epoch, upTo, missing) = confirmed.Watermark;
        if (epoch != state.Epoch || upTo > state.Written)
            return new(state, []); // another journal's, or one that this disk has never written

        var asked = Ask(state, missing, confirmed.At);
        if (upTo <= state.Released)
            return Pump(asked);

        var pumped = Pump(asked with
        {
            Released = upTo,
            Sent = Math.Max(state.Sent, upTo),
            Asked = [.. asked.Asked.Where(entries => entries.Last > upTo)],
            ProgressAt = confirmed.At,
            ConfirmedAt = confirmed.At,
            Rewinds = 0,
        });
        return pumped with { Effects = pumped.Effects.Insert(0, new OutboxEffect.Release(upTo)) };
    }

    static OutboxState Ask(OutboxState state, ImmutableArray<SeqRange> missing, TimeSpan at)
    {
        var holes = missing.Where(hole => hole.First > state.Released && hole.Last <= state.Sent).SelectMany(Batches);
        return at - state.AskedAt >= AskAgainAfter && holes.Any()
            ? state with { Asked = ImmutableQueue.CreateRange(holes), AskedAt = at }
            : state;
    }

    static OutboxStep Tick(OutboxState state, TimeSpan at)
    {
        if (state.RetryAt is { } retry && at >= retry)
            return new(state with { RetryAt = null }, [new OutboxEffect.Connect()]);

        var stalled = state.IsUp && state.Waiting > 0 && at - state.ProgressAt >= Doubled(FirstStall, state.Rewinds, LongestStall);
        return Pump(stalled ? Rewind(state, at) with { Rewinds = state.Rewinds + 1 } : state);
    }

    static OutboxState Rewind(OutboxState state, TimeSpan at) =>
        state with { Sent = state.Released, Asked = ImmutableQueue<SeqRange>.Empty, InFlight = 0, ProgressAt = at };

    static OutboxStep Pump(OutboxState state)
    {
        var effects = ImmutableArray.CreateBuilder<OutboxEffect>();
        while (state.InFlight < state.Window && Next(state) is var (next, batch) && batch is { } entries)
        {
            effects.Add(new OutboxEffect.Publish(entries));
            state = next with { InFlight = next.InFlight + 1 };
        }

        return new(state, effects.DrainToImmutable());
    }

    static (OutboxState Next, SeqRange? Batch) Next(OutboxState state)
    {
        if (!state.Asked.IsEmpty)
            return (state with { Asked = state.Asked.Dequeue(out var asked) }, asked);
        if (state.Sent >= state.Written)
            return (state, null);
        var last = Math.Min(state.Written, state.Sent + RecordBatch.MaxRecords);
        return (state with { Sent = last }, new(state.Sent + 1, last));
    }

    static IEnumerable<SeqRange> Batches(SeqRange range)
    {
        for (var first = range.First; first <= range.Last; first += RecordBatch.MaxRecords)
            yield return new(first, Math.Min(range.Last, first + RecordBatch.MaxRecords - 1));
    }

    static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        const int enough = 16; // 2^16 times anything here is over every limit
        var wait = first * (1L << Math.Min(times, enough));
        return wait < longest ? wait : longest;
    }
}
