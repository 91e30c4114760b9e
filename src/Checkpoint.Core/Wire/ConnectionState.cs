namespace Checkpoint.Wire;

/// <summary>Whether a box is there (<see cref="Topics.Connection"/>); the broker says "offline" in its name when the link breaks.</summary>
/// <param name="Online">Online or offline.</param>
/// <param name="Boot">Which start of the program said so: an old will after a new birth counts for nothing.</param>
public sealed record ConnectionState(bool Online, int Boot)
{
    /// <summary>Writes the payload: <c>{"boot":3,"state":"online","v":1}</c>.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteNumber("boot", Boot);
        json.WriteString("state", Online ? "online" : "offline");
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads a payload.</summary>
    /// <returns>The state, or null if the payload is not one.</returns>
    public static ConnectionState? TryRead(ReadOnlyMemory<byte> payload) => WireJson.TryRead(payload, json => new ConnectionState(
        json.GetProperty("state").GetString() switch
        {
            "online" => true,
            "offline" => false,
            _ => throw new FormatException("A state is online or offline."),
        },
        json.GetProperty("boot").GetInt32()));
}
