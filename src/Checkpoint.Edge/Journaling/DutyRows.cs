using Checkpoint.Hosting.Sqlite;
using Checkpoint.Passages.Duties;

namespace Checkpoint.Edge.Journaling;

/// <summary>Who is on duty, by a journal's own entries: a power cut signs nobody off.</summary>
static class DutyRows
{
    /// <summary>Entries that are looked through, the newest first: at three hundred an hour more than a turn of twelve hours.</summary>
    public const int Most = 4_000;

    /// <summary>Reads who is on duty.</summary>
    /// <param name="store">The journal's file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <returns>Nobody, too, if what says so is damaged: whoever walks the chain finds that, and people sign on again.</returns>
    public static Duty Find(SqliteStore store)
    {
        try
        {
            return store
                .Query("SELECT body FROM journal ORDER BY seq DESC LIMIT @most", row => StoredEntry.DutyOf(StoredEntry.Unpack(row.GetFieldValue<byte[]>(0))), ("@most", Most))
                .FirstOrDefault(duty => duty is not null) ?? Duty.Nobody;
        }
        catch (CorruptStoreException)
        {
            return Duty.Nobody;
        }
    }
}
