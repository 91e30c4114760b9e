using Microsoft.Data.Sqlite;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>Which of SQLite's errors mean that the world failed, not the program (https://www.sqlite.org/rescode.html).</summary>
static class SqliteFailure
{
    const int Busy = 5;
    const int ReadOnly = 8;
    const int IOError = 10;
    const int Corrupt = 11;
    const int Full = 13;
    const int CannotOpen = 14;
    const int Protocol = 15; // readers and a writer could not agree on the log's locks in time
    const int NotADatabase = 26;

    /// <summary>Whether an error is the file's.</summary>
    public static bool IsOfTheFile(SqliteException error) =>
        error.SqliteErrorCode is Busy or ReadOnly or IOError or Corrupt or Full or CannotOpen or Protocol or NotADatabase;

    /// <summary>The same error as an <see cref="IOException"/> that names the file.</summary>
    public static IOException ToIO(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => new CorruptStoreException($"{path} is damaged: {error.Message}", error),
        _ => new IOException($"{path}: {error.Message}", error),
    };
}
