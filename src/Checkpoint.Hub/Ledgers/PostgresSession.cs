using System.Data;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One transaction on one connection.</summary>
/// <remarks>
/// A server that is away, overloaded, full or shutting down is an <see cref="IOException"/>; wrong data, broken constraints and wrong
/// SQL (classes 22, 23 and 42 of PostgreSQL's error codes) are bugs and stay what they are.
/// </remarks>
sealed class PostgresSession
{
    readonly NpgsqlConnection connection;

    PostgresSession(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Does some work in one transaction; committed when this returns.</summary>
    /// <exception cref="IOException">The server failed. Whether a commit that was under way took place is then not known.</exception>
    public static T Run<T>(NpgsqlDataSource source, IsolationLevel isolation, Func<PostgresSession, T> work)
    {
        try
        {
            using var opened = source.OpenConnection();
            using var transaction = opened.BeginTransaction(isolation);
            var result = work(new(opened));
            transaction.Commit();
            return result;
        }
        catch (NpgsqlException error) when (error is not PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] })
        {
            throw new IOException($"PostgreSQL: {error.Message}", error);
        }
    }

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Reads every row into a list; put a LIMIT where the table can grow.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
#pragma warning disable CA2100 // SQL is written by hand beside its method; values go in as parameters
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
