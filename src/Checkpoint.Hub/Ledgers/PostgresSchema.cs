using System.Data;
using System.Globalization;
using Checkpoint.Hosting.Sqlite;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>Keeps the one row of <c>schema_version</c> equal to the number of the last migration.</summary>
static class PostgresSchema
{
    const string MigrationsPrefix = "Checkpoint.Hub.Migrations.Postgres.";

    /// <summary>Applies what is missing, all in one transaction; hubs that start at once wait for one another.</summary>
    /// <exception cref="IOException">The server failed.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote the database.</exception>
    public static void Upgrade(NpgsqlDataSource source)
    {
        var migrations = Migrations.Read(typeof(PostgresSchema).Assembly, MigrationsPrefix);
        PostgresSession.Run(source, IsolationLevel.ReadCommitted, session =>
        {
            PostgresLedger.TakeTurn(session);
            session.Execute("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)");
            var version = session.Query("SELECT version FROM schema_version", row => row.GetInt32(0)).SingleOrDefault();
            if (version > migrations.Count)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The database has schema version {version}, this program knows up to {migrations.Count}. Install the newer program again."));
            }

            foreach (var migration in migrations.Skip(version))
                session.Execute(migration);
            session.Execute("DELETE FROM schema_version");
            session.Execute("INSERT INTO schema_version (version) VALUES (@version)", ("version", migrations.Count));
            return migrations.Count;
        });
    }
}
