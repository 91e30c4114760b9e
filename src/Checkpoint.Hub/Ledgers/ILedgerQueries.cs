using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What the web asks of the ledger. Thread-safe: requests wait for one another.</summary>
/// <remarks>Every member throws an <see cref="IOException"/> when the database cannot be read.</remarks>
interface ILedgerQueries : IDisposable
{
    /// <summary>One page.</summary>
    IReadOnlyList<LedgerRow> Read(LedgerQuery query);

    /// <summary>One record; null if it is not held.</summary>
    LedgerRow? Find(EntryKey key);

    /// <summary>The last rows that decided a passage, newest first, looking back over <see cref="LatestPassagesReach"/> rows.</summary>
    IReadOnlyList<LedgerRow> LatestPassages(int limit);

    /// <summary>The rows on both sides of a hole; fewer if they are not held.</summary>
    IReadOnlyList<LedgerRow> Around(StreamKey stream, SeqRange hole);

    /// <summary>The ledger in a few numbers.</summary>
    LedgerSummary Summarise();

    /// <summary>The last messages put aside, newest first.</summary>
    IReadOnlyList<AsideMessage> ReadAside(int limit);

    /// <summary>The counters as commits kept them, in order of their key, without zeros.</summary>
    IReadOnlyList<HourlyCount> HourlyCounters();

    /// <summary>The same, counted from the ledger itself.</summary>
    IReadOnlyList<HourlyCount> RecountHourly();

    /// <summary>Rows that <see cref="LatestPassages"/> looks at, so that a box that sends rechecks alone cannot slow the page down.</summary>
    const int LatestPassagesReach = 500;
}
