using System.Data;
using Checkpoint.Hub.Ledgers;
using Npgsql;

namespace Checkpoint.Hub.Persons;

/// <summary>The book in the ledger's own PostgreSQL database.</summary>
sealed class PostgresOpeningBook : IOpeningBook
{
    readonly NpgsqlDataSource source;

    PostgresOpeningBook(NpgsqlDataSource source) => this.source = source;

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="IOException">The server cannot be reached, or refuses.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote the database.</exception>
    public static PostgresOpeningBook Open(string connection)
    {
        var opened = NpgsqlDataSource.Create(connection);
        try
        {
            PostgresSchema.Upgrade(opened);
            var book = new PostgresOpeningBook(opened);
            opened = null;
            return book;
        }
        finally
        {
            opened?.Dispose();
        }
    }

    public void Add(Opening opening) => PostgresSession.Run(source, IsolationLevel.ReadCommitted, session =>
    {
        PostgresLedger.TakeTurn(session); // also makes the commit one that a power cut leaves
        session.Execute(
            """
            INSERT INTO opening (id, at, device, epoch, seq, opener, reason, key)
            SELECT coalesce(max(id), 0) + 1, @at, @device, @epoch, @seq, @opener, @reason, @key FROM opening
            """,
            ("at", opening.At.ToUnixTimeMilliseconds()),
            ("device", opening.Entry.Device.Value),
            ("epoch", opening.Entry.Epoch.Value),
            ("seq", opening.Entry.Seq),
            ("opener", opening.Opener),
            ("reason", opening.Reason),
            ("key", opening.Key));
        return true;
    });

    public IReadOnlyList<Opening> Latest(int limit) => PostgresSession.Run(
        source,
        IsolationLevel.ReadCommitted,
        session => session.Query($"SELECT {Opening.Columns} FROM opening ORDER BY id DESC LIMIT @limit", Opening.Read, ("limit", limit)));

    public void Dispose() => source.Dispose();
}
