using System.Collections.Immutable;
using Checkpoint.Ledgers;

namespace Checkpoint.Delivery;

/// <summary>
/// Watermarks on their way to boxes. A later one replaces an earlier one of the same journal that still waits, so that a slow broker costs
/// no more memory than there are journals; what a breaking link swallows is said again.
/// </summary>
/// <param name="Order">Journals whose watermark waits, first come first.</param>
/// <param name="Waiting">The watermarks that wait.</param>
/// <param name="InFlight">Those that the broker has not answered, at most <see cref="MaxInFlight"/>, one of each journal.</param>
public sealed record OutgoingWatermarks(
    ImmutableQueue<StreamKey> Order,
    ImmutableDictionary<StreamKey, StreamWatermark> Waiting,
    ImmutableArray<StreamWatermark> InFlight)
{
    /// <summary>Watermarks that the broker has not answered.</summary>
    public const int MaxInFlight = 32;

    /// <summary>None.</summary>
    public static OutgoingWatermarks Empty { get; } = new([], ImmutableDictionary<StreamKey, StreamWatermark>.Empty, []);

    /// <summary>With one more.</summary>
    public OutgoingWatermarks With(StreamWatermark watermark) => new(
        Waiting.ContainsKey(watermark.Stream) ? Order : Order.Enqueue(watermark.Stream),
        Waiting.SetItem(watermark.Stream, watermark),
        InFlight);

    /// <summary>Takes the next one that may go.</summary>
    /// <returns>The queue with it in flight, and the watermark; null if none may go.</returns>
    public (OutgoingWatermarks Next, StreamWatermark Watermark)? Take()
    {
        if (Order.IsEmpty || InFlight.Length >= MaxInFlight)
            return null;
        var watermark = Waiting[Order.Peek()];
        return (new(Order.Dequeue(), Waiting.Remove(watermark.Stream), InFlight.Add(watermark)), watermark);
    }

    /// <summary>The broker has answered one of this journal.</summary>
    public OutgoingWatermarks Answered(StreamKey stream)
    {
        var at = InFlight.IndexOf(InFlight.FirstOrDefault(watermark => watermark.Stream == stream)!);
        return at < 0 ? this : this with { InFlight = InFlight.RemoveAt(at) };
    }

    /// <summary>The link is down: what was not answered goes again, unless a later one waits.</summary>
    public OutgoingWatermarks Broken() => InFlight
        .Where(watermark => !Waiting.ContainsKey(watermark.Stream))
        .Aggregate(this with { InFlight = [] }, (queue, watermark) => queue.With(watermark));
}
