using System.Globalization;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>Keeps <c>PRAGMA user_version</c> equal to the number of the last migration.</summary>
static class SqliteSchema
{
    /// <summary>Applies what is missing, each in its own transaction together with the new version.</summary>
    /// <exception cref="InvalidDataException">The file is newer than the program.</exception>
    public static void Upgrade(SqliteStore store, IReadOnlyList<string> migrations)
    {
        var version = store.Scalar<long>("PRAGMA user_version");
        if (version > migrations.Count)
        {
            throw new InvalidDataException(
                $"{store.Path} has schema version {version}, this program knows up to {migrations.Count}. "
                + "Install the newer program again, or move the file away to begin a new one.");
        }

        for (var next = (int)version + 1; next <= migrations.Count; next++)
            Apply(store, migrations[next - 1], next);
    }

    static void Apply(SqliteStore store, string sql, int version) => store.InTransaction(() =>
    {
        store.Execute(sql);
        store.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
    });
}
