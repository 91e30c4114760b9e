using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>The boxes' keys in the ledger's file.</summary>
sealed class SqliteBoxKeys(SqliteStore store) : IBoxKeys
{
    public string Meet(DeviceId device, string key, DateTimeOffset at)
    {
        // Every birth asks; almost none writes.
        if (Find(device) is { } known)
            return known;
        store.Execute(
            "INSERT OR IGNORE INTO box_key (device, key, since) VALUES ($device, $key, $since)",
            ("$device", device.Value),
            ("$key", key),
            ("$since", at.ToUnixTimeMilliseconds()));
        return Find(device)!;
    }

    public void Trust(DeviceId device, string key, DateTimeOffset at) => store.Execute(
        """
        INSERT INTO box_key (device, key, since) VALUES ($device, $key, $since)
        ON CONFLICT DO UPDATE SET key = excluded.key, since = excluded.since
        """,
        ("$device", device.Value),
        ("$key", key),
        ("$since", at.ToUnixTimeMilliseconds()));

    string? Find(DeviceId device) => store.Scalar<string>("SELECT key FROM box_key WHERE device = $device", ("$device", device.Value));
}
