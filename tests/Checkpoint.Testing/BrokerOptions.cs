namespace Checkpoint.Testing;

/// <summary>How a test's broker is set up.</summary>
public sealed record BrokerOptions
{
    /// <summary>Passwords by user name; with none, everybody may come in.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Access rules as in mosquitto's acl_file, or null for none.</summary>
    public string? Acl { get; init; }

    /// <summary>Whether sessions and retained messages outlive a clean stop.</summary>
    public bool Persistence { get; init; }

    /// <summary>Unacknowledged messages per client; the broker also announces it as its Receive Maximum.</summary>
    public int MaxInflight { get; init; } = 1000;

    /// <summary>Messages that wait for a client that is away, 0 for no limit.</summary>
    public int MaxQueued { get; init; }

    /// <summary>Further lines of mosquitto.conf.</summary>
    public string Extra { get; init; } = "";
}
