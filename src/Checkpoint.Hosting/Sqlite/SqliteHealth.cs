using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>What a connection is asked or told below SQL.</summary>
static class SqliteHealth
{
    /// <summary>SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).</summary>
    const int NoCheckpointOnClose = 1006;

    /// <summary>Checks the file's structure: the whole, in about the time that it takes to read it once, or that its schema can be read.</summary>
    /// <exception cref="CorruptStoreException">Something in it is wrong.</exception>
    public static void Check(SqliteStore store, StoreCheck check)
    {
        if (check == StoreCheck.Schema)
            store.Scalar<long>("SELECT count(*) FROM sqlite_schema");
        else if (store.Scalar<string>("PRAGMA quick_check(1)") is var found && !string.Equals(found, "ok", StringComparison.Ordinal))
            throw new CorruptStoreException($"{store.Path} is damaged: {found}");
    }

    /// <summary>Whether a transaction is open, as SQLite sees it.</summary>
    public static bool IsInTransaction(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>The last connection to close would checkpoint otherwise.</summary>
    public static void ForbidCheckpointOnClose(SqliteConnection connection)
    {
        if (raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out var isSet) != raw.SQLITE_OK || isSet != 1)
            throw new InvalidOperationException("SQLite did not take NO_CKPT_ON_CLOSE.");
    }
}
