using Checkpoint.Carrying;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

/// <summary>Every journal of a box that holds entries which the hub has not confirmed: the one in use, and those that were moved aside.</summary>
static class WaitingJournals
{
    const int AtOnce = 500;

    /// <summary>The journal in use. Only read: the gate may be running.</summary>
    /// <returns>Null if nothing waits.</returns>
    /// <exception cref="CorruptStoreException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WaitingJournal? InUse(CarryPlaces places)
    {
        using var file = JournalFile.Open(places.Journal);
        return file.Written > file.Released ? new(file.Epoch, file.Written, Read(places.Journal, file.Epoch, file.Released, file.Written)) : null;
    }

    /// <summary>Those that were moved aside, oldest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<WaitingJournal> Aside(CarryPlaces places, DeviceId device)
    {
        var receipts = CarriedReceipts.Read(places);
        foreach (var path in StoreFile.Undelivered(places.Journal))
        {
            using var salvaged = SalvagedJournal.Open(path, device);
            if (salvaged.Epoch is not { } epoch || salvaged.Found.IsEmpty)
                continue;
            var (confirmed, written) = (Math.Max(salvaged.Released, receipts.GetValueOrDefault(epoch.Value)), salvaged.Found[^1].Last);
            if (written > confirmed)
                yield return new(epoch, written, Read(salvaged, confirmed));
        }
    }

    /// <summary>Whether a journal that was moved aside has this link at a number.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool HasAside(CarryPlaces places, DeviceId device, Watermark mark) => StoreFile.Undelivered(places.Journal).Any(path =>
    {
        using var salvaged = SalvagedJournal.Open(path, device);
        return salvaged.Epoch == mark.Epoch && mark.UpTo > 0 && salvaged.Read(mark.UpTo, 1) is [var entry]
            && entry.Record.Key.Seq == mark.UpTo && entry.Record.Hash == mark.Hash;
    });

    static IEnumerable<WireRecord> Read(string path, Epoch epoch, long after, long to)
    {
        using var file = JournalFile.Open(path);
        if (file.Epoch != epoch)
            yield break; // moved aside this very moment: it is among those the next time
        while (after < to && file.After(after, AtOnce) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => row.Key.Seq <= to))
                yield return row;
            after = rows[^1].Key.Seq;
        }
    }

    // A damaged row may still be an entry's; what the hub could not read is left where it is.
    static IEnumerable<WireRecord> Read(SalvagedJournal salvaged, long after)
    {
        while (salvaged.Read(after + 1, AtOnce) is { Count: > 0 } entries)
        {
            foreach (var entry in entries.Where(entry => RecordsFile.CanCarry(entry.Record)))
                yield return entry.Record;
            after = entries[^1].Record.Key.Seq;
        }
    }
}
