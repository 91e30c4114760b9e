using Microsoft.Data.Sqlite;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>Prepared statements by their text. The oldest goes when there are too many, which SQL written by hand never reaches.</summary>
sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    /// <summary>Statements kept prepared.</summary>
    public const int MaxPrepared = 128;

    readonly OrderedDictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>How many are prepared now.</summary>
    public int Count => prepared.Count;

    /// <summary>The statement for a text, with its parameters set.</summary>
    public SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
            command = Add(sql);
        else
            command.Parameters.Clear();
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
    }

    SqliteCommand Add(string sql)
    {
        if (prepared.Count == MaxPrepared)
        {
            prepared.GetAt(0).Value.Dispose();
            prepared.RemoveAt(0);
        }

        var command = connection.CreateCommand();
#pragma warning disable CA2100 // SQL is written by hand beside its method; values go in as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        prepared.Add(sql, command);
        return command;
    }
}
