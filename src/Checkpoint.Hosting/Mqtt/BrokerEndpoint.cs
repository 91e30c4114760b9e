namespace Checkpoint.Hosting.Mqtt;

/// <summary>Where a broker listens, and as whom to sign in.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">TCP port, 1 … 65535.</param>
/// <param name="UserName">User name, or null for none.</param>
/// <param name="Password">Password, or null for none; it never enters a log.</param>
public sealed record BrokerEndpoint(string Host, int Port, string? UserName, string? Password)
{
    const int DefaultPort = 1883;

    /// <summary>Reads <c>mqtt://[user[:password]@]host[:port]</c>.</summary>
    public static bool TryParse(string? text, out BrokerEndpoint? endpoint)
    {
        endpoint = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri is not { Scheme: "mqtt", Host.Length: > 0, AbsolutePath: "" or "/" })
            return false;

        var parts = uri.UserInfo.Split(':', 2);
        endpoint = new(
            uri.DnsSafeHost,
            uri.Port < 0 ? DefaultPort : uri.Port,
            parts[0].Length > 0 ? Uri.UnescapeDataString(parts[0]) : null,
            parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null);
        return true;
    }

    /// <summary>Reads <c>mqtt://[user[:password]@]host[:port]</c>.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is something else; it is not in the message, as it may hold a password.</exception>
    public static BrokerEndpoint Parse(string text) =>
        TryParse(text, out var endpoint) ? endpoint! : throw new FormatException("Expected mqtt://[user[:password]@]host[:port].");

    /// <summary>Host and port only, for logs.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
