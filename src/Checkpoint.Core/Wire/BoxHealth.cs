using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>How a box is doing, once a minute (<see cref="Topics.Health"/>).</summary>
/// <param name="Waiting">Entries that the hub has not confirmed.</param>
/// <param name="OldestWaiting">Age of the oldest of them; zero if there is none.</param>
/// <param name="Journaled">Entries in the journal since it was made.</param>
/// <param name="NotRecorded">Decisions that could not be written since the program started.</param>
/// <param name="Presences">People the presence sensor has seen since the program started.</param>
/// <param name="Memory">Resident memory in bytes.</param>
/// <param name="DiskFree">Bytes free where the journal is.</param>
/// <param name="Clock">How far the box's clock can be trusted.</param>
public sealed record BoxHealth(
    long Waiting,
    TimeSpan OldestWaiting,
    long Journaled,
    long NotRecorded,
    long Presences,
    long Memory,
    long DiskFree,
    ClockQuality Clock)
{
    /// <summary>What is ordinary at its thermometer; null if it has none that learns, or nobody has passed yet.</summary>
    public BoxLevel? Level { get; init; }

    /// <summary>Writes the payload; times are whole seconds.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteString("clock", WireName<ClockQuality>.Of(Clock));
        json.WriteNumber("diskFree", DiskFree);
        json.WriteNumber("journaled", Journaled);
        Level?.WriteTo(json);
        json.WriteNumber("memory", Memory);
        json.WriteNumber("notRecorded", NotRecorded);
        json.WriteNumber("oldestWaiting", (long)OldestWaiting.TotalSeconds);
        json.WriteNumber("presences", Presences);
        json.WriteNumber("v", WireJson.Version);
        json.WriteNumber("waiting", Waiting);
    });
}
