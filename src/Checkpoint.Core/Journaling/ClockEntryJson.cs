using Checkpoint.Clocks;
using Checkpoint.Passages;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry that says how the gate's time was turned, in canonical form: <c>was</c> is the gate's time until then, <c>time</c> from then on,
/// <c>said</c> what the system's clock said, all at the moment <c>mono</c>.
/// </summary>
public static class ClockEntryJson
{
    /// <summary>Writes an entry.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="boot">How often the program has started on this journal.</param>
    /// <param name="change">What happened.</param>
    public static byte[] Write(EntryKey key, int boot, ClockChange change) => WireJson.Write(json =>
    {
        json.WriteNumber("boot", boot);
        json.WriteString("clock", WireName<ClockQuality>.Of(change.After.Quality));
        json.WriteString("device", key.Device.Value);
        json.WriteString("epoch", key.Epoch.Value);
        json.WriteString("kind", WireName<RecordKind>.Of(RecordKind.Clock));
        json.WriteNumber("mono", (long)change.After.Mono.TotalMilliseconds);
        json.WriteString("said", EntryTime.Of(change.Said));
        json.WriteNumber("seq", key.Seq);
        json.WriteString("time", EntryTime.Of(change.After.Wall));
        json.WriteString("turn", WireName<ClockTurn>.Of(change.Turn));
        json.WriteNumber("v", WireJson.Version);
        json.WriteString("was", EntryTime.Of(change.Before.Wall));
        json.WriteString("was-clock", WireName<ClockQuality>.Of(change.Before.Quality));
    });
}
