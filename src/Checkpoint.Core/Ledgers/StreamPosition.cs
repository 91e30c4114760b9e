using System.Collections.Immutable;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>Which of one journal's entries the ledger holds.</summary>
/// <param name="UpTo">Everything from 1 to here.</param>
/// <param name="Ahead">And these runs above it, ascending, apart from each other and from <paramref name="UpTo"/>.</param>
public sealed record StreamPosition(long UpTo, ImmutableArray<SeqRange> Ahead)
{
    /// <summary>Runs above the first hole that are kept; a record that would begin another is refused.</summary>
    public const int MaxAhead = 256;

    /// <summary>A journal never heard of.</summary>
    public static StreamPosition Start { get; } = new(0, []);

    /// <summary>The highest number held.</summary>
    public long Highest => Ahead.IsEmpty ? UpTo : Ahead[^1].Last;

    /// <summary>Takes one record's number.</summary>
    /// <param name="seq">From 1.</param>
    /// <param name="acceptance">What becomes of the record.</param>
    public StreamPosition Accept(long seq, out Acceptance acceptance)
    {
        if (seq <= UpTo || Ahead.Any(range => range.First <= seq && seq <= range.Last))
        {
            acceptance = Acceptance.Duplicate;
            return this;
        }

        var next = Fold(Join(seq));
        acceptance = next.Ahead.Length > MaxAhead ? Acceptance.Refused : Acceptance.New;
        return acceptance == Acceptance.New ? next : this;
    }

    /// <summary>The holes below the highest number held, lowest first, at most <see cref="Watermark.MaxMissing"/>.</summary>
    public ImmutableArray<SeqRange> Missing()
    {
        var holes = ImmutableArray.CreateBuilder<SeqRange>();
        var from = UpTo + 1;
        foreach (var range in Ahead.Take(Watermark.MaxMissing))
        {
            holes.Add(new(from, range.First - 1));
            from = range.Last + 1;
        }

        return holes.DrainToImmutable();
    }

    ImmutableArray<SeqRange> Join(long seq)
    {
        var joined = new SeqRange(seq, seq);
        var apart = ImmutableArray.CreateBuilder<SeqRange>(Ahead.Length + 1);
        foreach (var range in Ahead)
        {
            if (range.Last + 1 == seq || range.First - 1 == seq)
                joined = new(Math.Min(range.First, joined.First), Math.Max(range.Last, joined.Last));
            else
                apart.Add(range);
        }

        apart.Add(joined);
        return [.. apart.OrderBy(range => range.First)];
    }

    StreamPosition Fold(ImmutableArray<SeqRange> ahead) =>
        ahead[0].First == UpTo + 1 ? new(ahead[0].Last, ahead.RemoveAt(0)) : new(UpTo, ahead);
}
