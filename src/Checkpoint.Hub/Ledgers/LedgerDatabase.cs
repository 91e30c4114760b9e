using Checkpoint.Hub.Configuration;

namespace Checkpoint.Hub.Ledgers;

/// <summary>Opens the database that the configuration names.</summary>
static class LedgerDatabase
{
    /// <summary>Opens what reads the ledger alone; the hub may go on writing it.</summary>
    /// <exception cref="IOException">It cannot be opened; the message says why.</exception>
    public static ILedgerQueries OpenQueries(LedgerOptions options)
    {
        if (options.SqliteFile is not { } file)
            return new PostgresLedgerQueries(options.Connection);
        return File.Exists(file)
            ? new SqliteLedgerQueries(Path.GetFullPath(file))
            : throw new FileNotFoundException($"Ledger:Connection: there is no ledger at {file} yet. Run the hub first.");
    }

    /// <summary>Opens the ledger and what reads it; the ledger first, because it makes the tables.</summary>
    /// <exception cref="IOException">It cannot be opened; the message says why and what to do.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote it.</exception>
    public static (ILedger Ledger, ILedgerQueries Queries) Open(LedgerOptions options)
    {
        if (options.SqliteFile is not { } file)
            return (PostgresLedger.Open(options.Connection), new PostgresLedgerQueries(options.Connection));

        var path = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"Ledger:Connection: the folder {folder} does not exist. Make it, owned by the hub's user.");

        try
        {
            var ledger = SqliteLedger.Open(path);
            return (ledger, new SqliteLedgerQueries(path));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"Ledger:Connection: {error.Message} Give the hub's user the folder {folder}.", error);
        }
    }
}
