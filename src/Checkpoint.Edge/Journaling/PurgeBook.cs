using System.Globalization;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Journaling;

/// <summary>What was purged of one journal, and the purging itself. Used by the journal's writer alone, except for <see cref="Start"/>.</summary>
sealed class PurgeBook
{
    /// <summary>Entries purged at once, at most: one small commit, which the next entry may have to wait for.</summary>
    public const int AtOnce = 128;

    /// <summary>Records kept, at most: over a year of days. Then the two oldest become one.</summary>
    public const int MaxRecords = 400;

    readonly SqliteStore writer;
    PurgeRecord? newest;
    volatile ChainStart start;

    /// <summary>Reads the book.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public PurgeBook(SqliteStore writer)
    {
        this.writer = writer;
        newest = Newest(writer);
        start = StartAfter(newest);
    }

    /// <summary>Where the chain of what remains begins.</summary>
    public ChainStart Start => start;

    /// <summary>The newest record in a store, or null if nothing was purged.</summary>
    /// <exception cref="CorruptStoreException">It is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PurgeRecord? Newest(SqliteStore store) => Read(store, newest: true) is [var record] ? record : null;

    /// <summary>Every record in a store, newest first.</summary>
    /// <exception cref="CorruptStoreException">One is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<PurgeRecord> All(SqliteStore store) => Read(store, newest: false);

    /// <summary>Where the chain begins after a purge.</summary>
    public static ChainStart StartAfter(PurgeRecord? record) => record is null ? ChainStart.OfJournal : new(record.Last, record.Link);

    /// <summary>Purges the oldest entries, <see cref="AtOnce"/> at most, in one commit with its record.</summary>
    /// <param name="upTo">None above this one.</param>
    /// <param name="at">Wall clock.</param>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">It could not be written; nothing was purged.</exception>
    public int Purge(long upTo, DateTimeOffset at)
    {
        var (first, last) = (Start.Before + 1, Math.Min(upTo, Start.Before + AtOnce));
        if (last < first)
            return 0;
        var link = writer.Scalar<byte[]>("SELECT hash FROM journal WHERE seq = @last", ("@last", last))
            ?? throw new CorruptStoreException($"{writer.Path}: entry {last} is not there.");
        var record = newest is { } before && before.At.UtcDateTime.Date == at.UtcDateTime.Date
            ? before with { Last = last, At = at, Link = EntryLink.Of(link) }
            : new PurgeRecord(first, last, at, EntryLink.Of(link));
        writer.InTransaction(() => Write(record, first, link));
        newest = record;
        start = StartAfter(record);
        return (int)(last - first + 1);
    }

    void Write(PurgeRecord record, long first, byte[] link)
    {
        writer.Execute("DELETE FROM journal WHERE seq BETWEEN @first AND @last", ("@first", first), ("@last", record.Last));
        writer.Execute(
            "INSERT INTO purge (first, last, at, hash) VALUES (@first, @last, @at, @hash) ON CONFLICT (first) DO UPDATE SET last = @last, at = @at, hash = @hash",
            ("@first", record.First), ("@last", record.Last), ("@at", record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), ("@hash", link));
        if (writer.Scalar<long>("SELECT count(*) FROM purge") > MaxRecords)
            JoinOldest();
    }

    void JoinOldest()
    {
        writer.Execute("DELETE FROM purge WHERE first = (SELECT min(first) FROM purge)");
        writer.Execute("UPDATE purge SET first = 1 WHERE first = (SELECT min(first) FROM purge)");
    }

    static IReadOnlyList<PurgeRecord> Read(SqliteStore store, bool newest) => store.Query(
        "SELECT first, last, at, hash FROM purge ORDER BY first DESC LIMIT @most",
        row => new PurgeRecord(row.GetInt64(0), row.GetInt64(1), TimeOf(store, row.GetString(2)), EntryLink.Of(row.GetFieldValue<byte[]>(3))),
        ("@most", newest ? 1 : MaxRecords + 1));

    static DateTimeOffset TimeOf(SqliteStore store, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new CorruptStoreException($"{store.Path}: a purge record's time cannot be read.");
}
