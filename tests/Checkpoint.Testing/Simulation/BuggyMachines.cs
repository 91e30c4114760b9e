using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Delivery;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>The product's machines with one mistake wrapped around them.</summary>
static class BuggyMachines
{
    public static Machines Of(SeededBug bug) => bug switch
    {
        SeededBug.None => new Machines(),
        SeededBug.ReleaseOnPuback => new ReleaseOnPuback(),
        SeededBug.WatermarkBeforeCommit => new WatermarkBeforeCommit(),
        SeededBug.NonContiguousWatermark => new NonContiguousWatermark(),
        SeededBug.WallClockOrder => new WallClockOrder(),
        SeededBug.DedupByMessageId => new DedupByMessageId(),
        _ => throw new UnreachableException(),
    };

    static OutboxStep ReleaseTo(OutboxStep step, long upTo) => upTo <= step.Next.Released ? step : new(
        step.Next with { Released = upTo, Sent = Math.Max(step.Next.Sent, upTo), SentLive = Math.Max(step.Next.SentLive, upTo) },
        step.Effects.Add(new OutboxEffect.Release(upTo)));

    sealed class ReleaseOnPuback : Machines
    {
        public override Func<OutboxState, OutboxInput, OutboxStep> ForBox(SimFlash flash)
        {
            var sent = new Queue<SeqRange>();
            return (state, input) =>
            {
                if (input is OutboxInput.Connected)
                    sent.Clear();
                var answered = input is OutboxInput.Answered && sent.TryDequeue(out var batch) ? batch.Last : 0;
                var step = OutboxMachine.Advance(state, input);
                foreach (var publish in step.Effects.OfType<OutboxEffect.Publish>())
                    sent.Enqueue(publish.Entries);
                return ReleaseTo(step, answered);
            };
        }
    }

    sealed class WallClockOrder : Machines
    {
        public override Func<OutboxState, OutboxInput, OutboxStep> ForBox(SimFlash flash) => (state, input) =>
        {
            var step = OutboxMachine.Advance(state, input);
            if (step.Effects.OfType<OutboxEffect.Release>().LastOrDefault() is not { } release)
                return step;
            var time = flash.Walls[(int)release.UpTo - 1];
            return ReleaseTo(step, Math.Min(state.Written, flash.Walls.FindLastIndex(wall => wall <= time) + 1));
        };
    }

    sealed class WatermarkBeforeCommit : Machines
    {
        public override Func<IngestState, IngestInput, IngestStep> ForHub() => (state, input) =>
        {
            var step = IngestMachine.Advance(state, input);
            var early = step.Effects.OfType<IngestEffect.Commit>()
                .SelectMany(commit => commit.Delivery.Batches)
                .Select(batch => batch.Records[^1])
                .Select(last => new IngestEffect.Tell(new StreamWatermark(
                    last.Key.Device, new(last.Key.Epoch, last.Key.Seq, []) { Hash = last.Hash })));
            return step with { Effects = [.. early, .. step.Effects] };
        };
    }

    sealed class NonContiguousWatermark : Machines
    {
        public override Func<IngestState, IngestInput, IngestStep> ForHub() => (state, input) => IngestMachine.Advance(
            state, input is IngestInput.Committed committed ? committed with { Watermarks = [.. committed.Watermarks.Select(Highest)] } : input);

        // It looks no further than its highest row, and so knows no link for the number that it names.
        static StreamWatermark Highest(StreamWatermark told) => told.Watermark.Missing.IsEmpty
            ? told
            : told with { Watermark = new(told.Watermark.Epoch, told.Watermark.Missing[^1].Last + 1, ImmutableArray<SeqRange>.Empty) };
    }

    sealed class DedupByMessageId : Machines
    {
        public override Func<int, bool> Reader()
        {
            var seen = new HashSet<int>();
            return seen.Add;
        }
    }
}
