using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>Something that a person should know now (<see cref="Topics.Event"/>).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Stamp">When.</param>
/// <param name="Detail">More, for people; nothing personal.</param>
public sealed record Alarm(AlarmKind Kind, EntryStamp Stamp, string Detail)
{
    /// <summary>Writes the payload.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteNumber("boot", Stamp.Boot);
        json.WriteString("detail", Detail);
        json.WriteString("kind", WireName<AlarmKind>.Of(Kind));
        json.WriteNumber("mono", (long)Stamp.Monotonic.TotalMilliseconds);
        json.WriteString("time", Stamp.Wall.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("v", WireJson.Version);
    });
}
