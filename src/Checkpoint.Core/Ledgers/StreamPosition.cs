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

    /// <summary>The highest number there can be: the largest that canonical JSON carries exactly (2⁵³).</summary>
    public const long MaxSeq = 1L << 53;

    /// <summary>A journal never heard of.</summary>
    public static StreamPosition Start { get; } = new(0, []);

    /// <summary>The highest number held.</summary>
    public long Highest => Ahead.IsEmpty ? UpTo : Ahead[^1].Last;

    /// <summary>Entries below <see cref="Highest"/> that are not held.</summary>
    public long MissingEntries => Highest - UpTo - Ahead.Sum(range => range.Count);

    /// <summary>Whether the ledger holds this number.</summary>
    public bool Holds(long seq) => seq <= UpTo || Ahead.Any(range => range.First <= seq && seq <= range.Last);

    /// <summary>Takes one record's number.</summary>
    /// <param name="seq">1 … <see cref="MaxSeq"/>.</param>
    /// <param name="acceptance">What becomes of the record.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seq"/> is no sequence number.</exception>
    public StreamPosition Accept(long seq, out Acceptance acceptance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seq, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seq, MaxSeq);
        if (Holds(seq))
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
