using System.Collections.Immutable;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>An ingest to play with: things happen to it one after the other, and what the last one called for can be read.</summary>
sealed class Ingest
{
    public IngestState State { get; private set; } = new();

    public TimeSpan Now { get; private set; }

    public ImmutableArray<IngestEffect> Effects { get; private set; } = [];

    public (int Records, int Messages)? Committing =>
        Effects.OfType<IngestEffect.Commit>().SingleOrDefault() is { Delivery: var delivery } ? (delivery.Records, delivery.Messages) : null;

    public IEnumerable<long> Told => Effects.OfType<IngestEffect.Tell>().Select(tell => tell.Watermark.Watermark.UpTo);

    public IEnumerable<(long, long)> Gaps => Effects.OfType<IngestEffect.ReportGap>()
        .SelectMany(report => report.Gap.Holes.Select(hole => (hole.First, hole.Last)));

    public Ingest After(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Ingest Arrive(RecordBatch batch) => Take(new IngestInput.Arrived(Now, batch));

    public Ingest Ask(StreamKey stream) => Take(new IngestInput.Asked(Now, stream));

    public Ingest Strange(AsideMessage message) => Take(new IngestInput.Strange(Now, message));

    public Ingest Commit(params ImmutableArray<StreamWatermark> watermarks) => Take(new IngestInput.Committed(Now, watermarks));

    public Ingest FailToCommit(double jitter) => Take(new IngestInput.CommitFailed(Now, jitter));

    public Ingest Recall(params ImmutableArray<StreamWatermark> watermarks) => Take(new IngestInput.Recalled(Now, watermarks));

    public Ingest Connect() => Take(new IngestInput.Connected(Now));

    public Ingest Disconnect(double jitter = 1) => Take(new IngestInput.Disconnected(Now, jitter));

    public Ingest Answer(StreamKey stream) => Take(new IngestInput.Answered(Now, stream));

    public Ingest Tick(double afterSeconds = 0) => After(afterSeconds).Take(new IngestInput.Ticked(Now));

    Ingest Take(IngestInput input)
    {
        (State, Effects) = IngestMachine.Advance(State, input);
        return this;
    }
}
