using System.Data;
using Checkpoint.Journaling;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>The boxes' keys in PostgreSQL: of two hubs that hear a box first, one keeps its key, and both go by it.</summary>
sealed class PostgresBoxKeys(NpgsqlDataSource source) : IBoxKeys
{
    public string Meet(DeviceId device, string key, DateTimeOffset at) => PostgresSession.Run(source, IsolationLevel.ReadCommitted, session =>
    {
        if (Find(session, device) is { } known)
            return known;
        session.Execute(
            "INSERT INTO box_key (device, key, since) VALUES (@device, @key, @since) ON CONFLICT DO NOTHING",
            ("device", device.Value),
            ("key", key),
            ("since", at.ToUnixTimeMilliseconds()));
        return Find(session, device)!;
    });

    public void Trust(DeviceId device, string key, DateTimeOffset at) => PostgresSession.Run(source, IsolationLevel.ReadCommitted, session =>
    {
        session.Execute(
            """
            INSERT INTO box_key (device, key, since) VALUES (@device, @key, @since)
            ON CONFLICT (device) DO UPDATE SET key = excluded.key, since = excluded.since
            """,
            ("device", device.Value),
            ("key", key),
            ("since", at.ToUnixTimeMilliseconds()));
        return true;
    });

    static string? Find(PostgresSession session, DeviceId device) =>
        session.Query("SELECT key FROM box_key WHERE device = @device", row => row.GetString(0), ("device", device.Value)).SingleOrDefault();
}
