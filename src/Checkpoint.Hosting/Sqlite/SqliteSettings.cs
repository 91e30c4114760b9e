using System.Globalization;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>
/// What a connection is told, and made to repeat: a pragma that does not take is silent in SQLite, and with a weaker one a power cut
/// loses entries.
/// </summary>
sealed record SqliteSettings(IReadOnlyList<(string Pragma, string Value)> Values)
{
    /// <summary>How long a statement waits for another connection's lock.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    static readonly (string Pragma, string Value) Busy =
        ("busy_timeout", BusyTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));

    /// <summary>Every commit is on the disk (<c>synchronous</c> 2 is FULL), and the log is folded in every 1,000 pages.</summary>
    public static SqliteSettings Writer { get; } =
        new([("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), Busy, ("wal_autocheckpoint", "1000")]);

    /// <summary>Reads, and leaves the log alone.</summary>
    public static SqliteSettings Reader { get; } = new([("query_only", "1"), Busy, ("wal_autocheckpoint", "0")]);

    /// <summary>Sets each, reads it back, and compares.</summary>
    /// <exception cref="InvalidOperationException">One did not take.</exception>
    public void Apply(SqliteStore store)
    {
        foreach (var (pragma, value) in Values)
        {
            store.Execute($"PRAGMA {pragma} = {value}");
            var got = Read(store, pragma);
            if (!string.Equals(got, value, StringComparison.Ordinal))
                throw new InvalidOperationException($"{store.Path}: PRAGMA {pragma} is {got}, wanted {value}.");
        }
    }

    static string? Read(SqliteStore store, string pragma) =>
        Convert.ToString(store.Query($"PRAGMA {pragma}", r => r.GetValue(0))[0], CultureInfo.InvariantCulture);
}
