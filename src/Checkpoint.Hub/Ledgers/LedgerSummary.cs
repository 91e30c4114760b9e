namespace Checkpoint.Hub.Ledgers;

/// <summary>The ledger in a few numbers, as of the last commit.</summary>
/// <param name="Tallies">Decided passages by direction and verdict, in alphabetical order.</param>
/// <param name="Streams">Every journal heard of, by device; of one device the latest changed first.</param>
/// <param name="Aside">Messages ever put aside.</param>
/// <param name="AsideDropped">Of these, how many are not kept any more.</param>
sealed record LedgerSummary(
    IReadOnlyList<PassageTally> Tallies,
    IReadOnlyList<StreamSummary> Streams,
    long Aside,
    long AsideDropped)
{
    /// <summary>Records.</summary>
    public long Rows => Streams.Sum(stream => stream.State.Rows);

    /// <summary>Decided passages.</summary>
    public long Passages => Streams.Sum(stream => stream.State.Passages);

    /// <summary>Records that came again.</summary>
    public long Duplicates => Streams.Sum(stream => stream.State.Duplicates);

    /// <summary>Records that came again with another hash.</summary>
    public long Conflicts => Streams.Sum(stream => stream.State.Conflicts);

    /// <summary>Links of hash chains that do not follow.</summary>
    public long BrokenLinks => Streams.Sum(stream => stream.State.Broken);

    /// <summary>Entries below the highest of their journal that are not here.</summary>
    public long Missing => Streams.Sum(stream => stream.State.Position.MissingEntries);
}
