using System.Globalization;

namespace Checkpoint.Wire;

/// <summary>Whether the hub is there (<see cref="Topics.HubState"/>), and what time it has.</summary>
/// <param name="Online">Online or offline.</param>
/// <param name="Time">The server's wall clock, UTC; an estimate for boxes without one, never trusted for validity.</param>
public sealed record HubState(bool Online, DateTimeOffset Time)
{
    /// <summary>Writes the payload: <c>{"state":"online","time":"2026-11-21T07:12:03Z","v":1}</c>.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteString("state", Online ? "online" : "offline");
        json.WriteString("time", Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads a payload.</summary>
    /// <returns>The state, or null if the payload is not one.</returns>
    public static HubState? TryRead(ReadOnlyMemory<byte> payload) => WireJson.TryRead(payload, json => new HubState(
        json.GetProperty("state").GetString() switch
        {
            "online" => true,
            "offline" => false,
            _ => throw new FormatException("A state is online or offline."),
        },
        json.GetProperty("time").GetDateTimeOffset()));
}
