using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Wire;
using Microsoft.Data.Sqlite;

namespace Checkpoint.Edge.Journaling;

/// <summary>Reads entries of a store as they are published.</summary>
static class EntryRows
{
    /// <summary>Entries after a number, ascending.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<WireRecord> After(SqliteStore store, long seq, int most)
    {
        var (device, epoch) = NameOf(store);
        return store.Query(
            "SELECT seq, body, hash FROM journal WHERE seq > @after ORDER BY seq LIMIT @most",
            row => Of(row, device, epoch),
            ("@after", seq), ("@most", most));
    }

    /// <summary>An entry from its number, body and hash, which begin the row.</summary>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static WireRecord Of(SqliteDataReader row, DeviceId device, Epoch epoch) => new(
        new(device, epoch, row.GetInt64(0)), StoredEntry.Unpack(row.GetFieldValue<byte[]>(1)), EntryLink.Of(row.GetFieldValue<byte[]>(2)));

    /// <summary>Whose journal a store is, and its epoch.</summary>
    /// <exception cref="CorruptStoreException">The store does not say, or not so that it can be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (DeviceId Device, Epoch Epoch) NameOf(SqliteStore store) =>
        store.Query("SELECT device, epoch FROM state", row => (Device: row.GetString(0), Epoch: row.GetString(1))) is [var name]
            && DeviceId.TryParse(name.Device, out var device) && Epoch.TryParse(name.Epoch, out var epoch)
                ? (device, epoch)
                : throw new CorruptStoreException($"{store.Path}: the journal's name cannot be read.");
}
