using Checkpoint.Hosting.Sqlite;

namespace Checkpoint.Hub.Persons;

/// <summary>
/// The book beside a ledger in SQLite, in a file of its own: the ledger's has one writing connection, which is the running hub's, because two could damage it
/// (docs/adr/0003-sqlite-settings.md).
/// </summary>
sealed class SqliteOpeningBook : IOpeningBook
{
    /// <summary>What its name adds to the ledger's.</summary>
    public const string Suffix = ".openings";

    const string MigrationsPrefix = "Checkpoint.Hub.Migrations.Openings.";

    readonly FileLease lease;
    readonly SqliteStore store;

    SqliteOpeningBook(FileLease lease, SqliteStore store)
    {
        this.lease = lease;
        this.store = store;
    }

    /// <summary>Opens the book, or makes it.</summary>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="IOException">It cannot be opened or written, or somebody else has it open.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote it.</exception>
    public static SqliteOpeningBook Open(string ledger)
    {
        var held = FileLease.Take(ledger + Suffix, "checkpoint-hub person");
        try
        {
            var book = new SqliteOpeningBook(held, SqliteStore.Open(ledger + Suffix, MigrationsPrefix, typeof(SqliteOpeningBook).Assembly));
            held = null;
            return book;
        }
        finally
        {
            held?.Dispose();
        }
    }

    public void Add(Opening opening) => store.Execute(
        """
        INSERT INTO opening (id, at, device, epoch, seq, opener, reason, key)
        SELECT coalesce(max(id), 0) + 1, $at, $device, $epoch, $seq, $opener, $reason, $key FROM opening
        """,
        ("$at", opening.At.ToUnixTimeMilliseconds()),
        ("$device", opening.Entry.Device.Value),
        ("$epoch", opening.Entry.Epoch.Value),
        ("$seq", opening.Entry.Seq),
        ("$opener", opening.Opener),
        ("$reason", opening.Reason),
        ("$key", opening.Key));

    public IReadOnlyList<Opening> Latest(int limit) =>
        store.Query($"SELECT {Opening.Columns} FROM opening ORDER BY id DESC LIMIT $limit", Opening.Read, ("$limit", limit));

    public void Dispose()
    {
        store.Dispose();
        lease.Dispose();
    }
}
