using System.Collections.Immutable;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>
/// What a damaged journal still holds of entries that the hub has not confirmed, read page by page without SQLite and row by row: whatever
/// else is damaged, a row that says which entry it is can be delivered.
/// </summary>
/// <remarks>Keeps 32 bytes an entry in memory, and reads the entries when they are asked for.</remarks>
sealed class SalvagedJournal : IDisposable
{
    /// <summary>Entries that are salvaged at most: as many as a journal holds by its budget.</summary>
    public const int MostEntries = 1_000_000;

    const int LinkBytes = 32;

    readonly StorePages pages;
    readonly List<(long Seq, PagePlace Page, int At)> rows = [];

    SalvagedJournal(string path, DeviceId device)
    {
        pages = new(path);
        Path = path;
        Device = device;
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <summary>Whose journal it was.</summary>
    public DeviceId Device { get; }

    /// <summary>Its epoch; null if nothing was found.</summary>
    public Epoch? Epoch { get; private set; }

    /// <summary>Highest number that the hub had confirmed, as far as the file still says; what is above is salvaged.</summary>
    public long Released { get; private set; }

    /// <summary>Numbers of the entries found above <see cref="Released"/>, as runs without holes, ascending.</summary>
    public ImmutableArray<SeqRange> Found { get; private set; } = [];

    /// <summary>How many entries these are.</summary>
    public long Count => Found.Sum(run => run.Count);

    /// <summary>Entries that must have been there, between what the hub had confirmed and the highest that was found, and are not.</summary>
    public long Lost => Found is [.., var highest] ? highest.Last - Released - Count : 0;

    /// <summary>Looks through a journal that was moved aside. Changes nothing.</summary>
    /// <param name="path">Its file; the log is looked through if it lies beside it.</param>
    /// <param name="device">Whose it was: entries of another are not taken.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SalvagedJournal Open(string path, DeviceId device)
    {
        var salvaged = new SalvagedJournal(path, device);
        salvaged.FindState();
        salvaged.FindRows();
        return salvaged;
    }

    /// <summary>Entries from a number on, ascending, holes passed over.</summary>
    public IReadOnlyList<SalvagedEntry> Read(long from, int most)
    {
        var index = FirstFrom(Math.Max(from, Released + 1));
        List<SalvagedEntry> entries = [];
        for (; index < rows.Count && entries.Count < most; index++)
        {
            if (At(index) is { } record)
                entries.Add(new(record, IsProven(index, record)));
        }

        return entries;
    }

    public void Dispose() => pages.Dispose();

    int FirstFrom(long seq)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Seq < seq ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // The newest word counts: it never falls.
    void FindState()
    {
        foreach (var cell in Cells().Select(found => found.Cell))
        {
            if (cell.Columns is [{ IsNull: true }, { IsText: true } owner, { IsText: true } name, { Number: not null }, { Number: { } released }, ..]
                && IsText(owner, Device.Value) && Checkpoint.Journaling.Epoch.TryParse(Text(name), out var epoch))
            {
                Epoch = epoch;
                Released = Math.Max(Released, released);
            }
        }
    }

    void FindRows()
    {
        var latest = new Dictionary<long, (long Seq, PagePlace Page, int At)>();
        foreach (var (place, cell) in Cells())
        {
            // The one before the first is kept for its link.
            if (cell.Row >= Math.Max(1, Released) && latest.Count < MostEntries && Entry(cell) is { } record)
            {
                Epoch ??= record.Key.Epoch;
                if (record.Key.Epoch == Epoch)
                    latest[cell.Row] = (cell.Row, place, cell.At);
            }
        }

        rows.AddRange(latest.Values.OrderBy(row => row.Seq));
        Found = RunsOf(rows.Select(row => row.Seq).Where(seq => seq > Released));
    }

    IEnumerable<(PagePlace Place, LeafCell Cell)> Cells() => pages.Places().SelectMany(
        place => LeafPage.CellsOf(pages.Read(place), StorePages.HeaderOf(place)).Select(cell => (place, cell)));

    WireRecord? At(int index) => LeafPage.TryRead(pages.Read(rows[index].Page), rows[index].At) is { } cell ? Entry(cell) : null;

    bool IsProven(int index, WireRecord record)
    {
        if (record.Key.Seq == 1)
            return ChainRule.Follows(EntryHash.Start, record);
        return index > 0 && rows[index - 1].Seq == record.Key.Seq - 1 && At(index - 1) is { } before && ChainRule.Follows(before.Hash, record);
    }

    // Sequence number, body and hash; later versions added columns after them. An entry says itself which one it is; a row that does not agree is no entry.
    WireRecord? Entry(LeafCell cell)
    {
        if (cell.Columns is not [{ IsNull: true }, { IsBlob: true } body, { IsBlob: true, Bytes.Length: LinkBytes } link, ..]
            || PackedEntry.TryUnpack(body.Bytes.Span) is not { } canonical)
        {
            return null;
        }

        try
        {
            var key = StoredEntry.KeyOf(canonical);
            return key.Device == Device && key.Seq == cell.Row ? new(key, canonical, EntryLink.Of(link.Bytes.ToArray())) : null;
        }
        catch (CorruptStoreException)
        {
            return null;
        }
    }

    static ImmutableArray<SeqRange> RunsOf(IEnumerable<long> ascending)
    {
        var runs = ImmutableArray.CreateBuilder<SeqRange>();
        foreach (var seq in ascending)
        {
            if (runs.Count > 0 && runs[^1].Last == seq - 1)
                runs[^1] = runs[^1] with { Last = seq };
            else
                runs.Add(new(seq, seq));
        }

        return runs.DrainToImmutable();
    }

    static bool IsText(StoredValue value, string text) => string.Equals(Text(value), text, StringComparison.Ordinal);

    static string Text(StoredValue value) => System.Text.Encoding.UTF8.GetString(value.Bytes.Span);
}
