using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Ledgers;

namespace Checkpoint.Delivery;

/// <summary>
/// How the hub takes entries: collects what has come, has it committed, and only then says so. While the database fails it keeps what is in
/// its hand and tries again; it takes one more delivery meanwhile and then nothing, so that the broker waits, and boxes keep their entries in
/// any case. Pure.
/// </summary>
public static class IngestMachine
{
    /// <summary>How often the hub says that it is there, and what time it has.</summary>
    public static readonly TimeSpan SayOnlineEvery = TimeSpan.FromMinutes(1);

    /// <summary>A hole that has stood so long is reported.</summary>
    public static readonly TimeSpan GapAfter = TimeSpan.FromMinutes(10);

    /// <summary>Journals with holes that are watched; the ledger itself names all of them.</summary>
    public const int MaxGaps = 1024;

    /// <summary>Takes one input.</summary>
    public static IngestStep Advance(IngestState state, IngestInput input) => input switch
    {
        IngestInput.Arrived a => new(state with { Intake = state.Intake.With(a.Batch) }, []),
        IngestInput.Asked a => new(state with { Intake = state.Intake.With(a.Stream) }, []),
        IngestInput.Strange s => new(state with { Intake = state.Intake.With(s.Message) }, []),
        IngestInput.Committed c => Tell(Store(state, c), []),
        IngestInput.CommitFailed f => new(Fail(state, f), []),
        IngestInput.Recalled r => new(state with { Gaps = Note(state.Gaps, r.Watermarks, r.At) }, []),
        IngestInput.Connected c => Tell(
            state with { Link = LinkRule.Up(state.Link, c.At), SaidOnlineAt = c.At },
            [new IngestEffect.SayOnline()]),
        IngestInput.Disconnected d => new(state with
        {
            Link = LinkRule.Down(state.Link, d.At, d.Jitter, d.TakenOver, useful: true),
            Watermarks = state.Watermarks.Broken(),
        }, []),
        IngestInput.Answered a => Tell(state with { Watermarks = state.Watermarks.Answered(a.Stream) }, []),
        IngestInput.Ticked t => Tick(state with { Link = LinkRule.Settled(state.Link, t.At) }, t.At),
        _ => throw new UnreachableException(),
    };

    static IngestState Store(IngestState state, IngestInput.Committed committed) => state with
    {
        InHand = null,
        CommitAt = null,
        CommitFailures = 0,
        Gaps = Note(state.Gaps, committed.Watermarks, committed.At),
        Watermarks = committed.Watermarks.Aggregate(state.Watermarks, (queue, watermark) => queue.With(watermark)),
    };

    static IngestState Fail(IngestState state, IngestInput.CommitFailed failed) => state with
    {
        CommitFailures = state.CommitFailures + 1,
        CommitAt = failed.At + BackOff.Wait(state.CommitFailures, failed.Jitter),
    };

    static ImmutableArray<OpenGap> Note(ImmutableArray<OpenGap> gaps, ImmutableArray<StreamWatermark> watermarks, TimeSpan at) =>
        watermarks.Aggregate(gaps, (known, watermark) => GapWatch.Note(known, watermark, at));

    static IngestStep Tick(IngestState state, TimeSpan at)
    {
        var effects = ImmutableArray.CreateBuilder<IngestEffect>();
        if (LinkRule.IsDue(state.Link, at))
        {
            state = state with { Link = LinkRule.Trying(state.Link) };
            effects.Add(new IngestEffect.Connect());
        }

        if (state.Link.IsUp && at - state.SaidOnlineAt >= SayOnlineEvery)
        {
            state = state with { SaidOnlineAt = at };
            effects.Add(new IngestEffect.SayOnline());
        }

        var (gaps, reports) = GapWatch.Report(state.Gaps, at);
        effects.AddRange(reports);
        return Begin(Tell(state with { Gaps = gaps }, effects.DrainToImmutable()), at);
    }

    // The commit comes last of all, because a shell may carry it out on the spot, and say what came of it before it goes on.
    static IngestStep Begin(IngestStep step, TimeSpan at) => step.Next switch
    {
        { InHand: null, Intake.IsEmpty: false } state => new(
            state with { InHand = state.Intake, Intake = IngestDelivery.Empty },
            step.Effects.Add(new IngestEffect.Commit(state.Intake))),
        { InHand: { } waiting, CommitAt: { } due } state when at >= due => new(
            state with { CommitAt = null },
            step.Effects.Add(new IngestEffect.Commit(waiting))),
        _ => step,
    };

    static IngestStep Tell(IngestState state, ImmutableArray<IngestEffect> before)
    {
        var effects = before.ToBuilder();
        while (state.Link.IsUp && state.Watermarks.Take() is { } next)
        {
            state = state with { Watermarks = next.Next };
            effects.Add(new IngestEffect.Tell(next.Watermark));
        }

        return new(state, effects.DrainToImmutable());
    }
}
