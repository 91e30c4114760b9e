using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>
/// One connection to one SQLite file. The writer's owns every write and every checkpoint; readers never checkpoint. That is not a
/// matter of taste: SQLite before 3.51.3 can damage the file when two connections write or checkpoint at the same instant.
/// </summary>
/// <remarks>
/// Used by one loop at a time. Every member throws <see cref="CorruptStoreException"/> when the file proves damaged and another
/// <see cref="IOException"/> when it cannot be read or written (disk full, card gone, locked for too long); other
/// <see cref="SqliteException"/>s are broken constraints or wrong SQL.
/// </remarks>
public sealed class SqliteStore : IDisposable
{
    readonly SqliteStatements statements;

    SqliteStore(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        Path = path;
        Connection = new(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = (int)SqliteSettings.BusyTimeout.TotalSeconds,
            }.ToString());
        statements = new(Connection);
    }

    /// <summary>The database's file.</summary>
    public string Path { get; }

    /// <summary>The connection, for what the members here do not cover.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens or makes a store, proves its settings, and brings its schema up to date.</summary>
    /// <param name="path">The database's file; its folder must exist.</param>
    /// <param name="migrationsPrefix">What the names of the embedded <c>NNNN_name.sql</c> begin with.</param>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="check">How much of the file is checked first.</param>
    /// <exception cref="CorruptStoreException">The file is damaged, or is no database.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote it; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">A setting did not take, or the migrations are not numbered from 1.</exception>
    public static SqliteStore Open(string path, string migrationsPrefix, Assembly assembly, StoreCheck check = StoreCheck.Whole)
    {
        var migrations = Migrations.Read(assembly, migrationsPrefix);
        return Open(path, SqliteOpenMode.ReadWriteCreate, store =>
        {
            SqliteSettings.Writer.Apply(store);
            SqliteHealth.Check(store, check);
            SqliteSchema.Upgrade(store, migrations);
        });
    }

    /// <summary>Opens a store for reading only. The file must exist, and the connection never checkpoints.</summary>
    /// <exception cref="CorruptStoreException">The file is no database.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SqliteStore OpenReader(string path) =>
        Open(path, SqliteOpenMode.ReadOnly, store =>
        {
            SqliteHealth.ForbidCheckpointOnClose(store.Connection);
            SqliteSettings.Reader.Apply(store);
        });

    /// <summary>Runs one statement, prepared once and reused.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            return statements.Prepare(sql, parameters).ExecuteNonQuery();
        }
        catch (SqliteException e) when (SqliteFailure.IsOfTheFile(e))
        {
            throw SqliteFailure.ToIO(e, Path);
        }
    }

    /// <summary>The first column of the first row, or the default when there is no row or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            using var reader = statements.Prepare(sql, parameters).ExecuteReader();
            return reader.Read() && !reader.IsDBNull(0) ? reader.GetFieldValue<T>(0) : default;
        }
        catch (SqliteException e) when (SqliteFailure.IsOfTheFile(e))
        {
            throw SqliteFailure.ToIO(e, Path);
        }
    }

    /// <summary>Reads every row into a list; put a LIMIT where the table can grow.</summary>
    public IReadOnlyList<T> Query<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            using var reader = statements.Prepare(sql, parameters).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
        catch (SqliteException e) when (SqliteFailure.IsOfTheFile(e))
        {
            throw SqliteFailure.ToIO(e, Path);
        }
    }

    /// <summary>
    /// Does some work in one transaction, which is on the disk when this returns. When the work throws, nothing of it has happened.
    /// </summary>
    public void InTransaction(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        finally
        {
            // SQLite itself rolls back on some errors (disk full, for one), so ask what is left rather than remember.
            if (SqliteHealth.IsInTransaction(Connection))
                Execute("ROLLBACK");
        }
    }

    /// <summary>
    /// Folds the log into the file, as far as readers let it; only the writer's may. It takes as long as some tens of commits, and
    /// happens by itself within the commit that fills the log if it is never done before.
    /// </summary>
    public void Fold() => Execute("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Closes the connection; the writer's last act is a checkpoint. May be called again.</summary>
    public void Dispose()
    {
        statements.Dispose();
        Connection.Dispose();
    }

    static SqliteStore Open(string path, SqliteOpenMode mode, Action<SqliteStore> prepare)
    {
        SqliteStore? store = null;
        try
        {
            store = new(path, mode);
            store.Connection.Open();
            prepare(store);
            return Interlocked.Exchange(ref store, null);
        }
        catch (SqliteException e) when (SqliteFailure.IsOfTheFile(e))
        {
            throw SqliteFailure.ToIO(e, path);
        }
        finally
        {
            store?.Dispose();
        }
    }
}
