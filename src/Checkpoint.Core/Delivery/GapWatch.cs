using System.Collections.Immutable;
using Checkpoint.Ledgers;

namespace Checkpoint.Delivery;

/// <summary>
/// Which journals lack entries. A hole in a living delivery closes within seconds; one that stands is a fact that people must know. Pure.
/// </summary>
static class GapWatch
{
    /// <summary>Notes what the ledger lacks.</summary>
    public static ImmutableArray<OpenGap> Note(ImmutableArray<OpenGap> gaps, StreamWatermark watermark, TimeSpan at)
    {
        var known = gaps.FirstOrDefault(gap => gap.Stream == watermark.Stream);
        var others = known is null ? gaps : gaps.Remove(known);
        var holes = watermark.Watermark.Missing;
        if (holes.IsEmpty)
            return others;

        var stands = known is not null && known.Holes[0].First == holes[0].First;
        return others.Length >= IngestMachine.MaxGaps
            ? others
            : others.Add(stands ? known! with { Holes = holes } : new(watermark.Stream, holes, at, IsReported: false));
    }

    /// <summary>Those that have stood long enough and were not reported.</summary>
    public static (ImmutableArray<OpenGap> Next, ImmutableArray<IngestEffect> Effects) Report(ImmutableArray<OpenGap> gaps, TimeSpan at)
    {
        if (!gaps.Any(IsDue))
            return (gaps, []);
        return (
            [.. gaps.Select(gap => IsDue(gap) ? gap with { IsReported = true } : gap)],
            [.. gaps.Where(IsDue).Select(gap => new IngestEffect.ReportGap(gap))]);

        bool IsDue(OpenGap gap) => !gap.IsReported && at - gap.Since >= IngestMachine.GapAfter;
    }
}
