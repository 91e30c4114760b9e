using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Checkpoint.Hosting.Configuration;
using Npgsql;

namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Ledger</c>: where records are kept.</summary>
sealed class LedgerOptions
{
    /// <summary>
    /// Connection string. <c>Data Source=/var/lib/checkpoint-hub/hub.db</c> is a SQLite file whose folder exists, for one hub;
    /// <c>Host=…;Database=…</c> is PostgreSQL, for several. Required, no default.
    /// </summary>
    [Required, LedgerConnection, Secret]
    public string Connection { get; set; } = "";

    /// <summary>The SQLite file that <see cref="Connection"/> names, or null.</summary>
    public string? SqliteFile => FileOf(Connection);

    /// <summary>Whether a connection string names a PostgreSQL server.</summary>
    public static bool IsPostgres(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false; // a key or a value that PostgreSQL does not know
        }
    }

    /// <summary>The SQLite file that a connection string names, or null.</summary>
    public static string? FileOf(string connection) =>
        Value(connection, "Data Source") is { Length: > 0 } path && !path.StartsWith(':') ? path : null;

    static string? Value(string connection, string name)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connection }.TryGetValue(name, out var value) ? value as string : null;
        }
        catch (ArgumentException)
        {
            return null; // not a connection string at all
        }
    }
}
