using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry that says who signed on or off, in canonical form: <c>operator</c> is the badge, <c>turn</c> is <c>on</c> or <c>off</c>, <c>present</c>
/// who is on duty from then on.
/// </summary>
public static class DutyEntryJson
{
    /// <summary>Writes an entry.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="stamp">Its time.</param>
    /// <param name="turn">What happened.</param>
    public static byte[] Write(EntryKey key, EntryStamp stamp, DutyTurn turn) => WireJson.Write(json =>
    {
        json.WriteNumber("boot", stamp.Boot);
        json.WriteString("clock", WireName<ClockQuality>.Of(stamp.Clock));
        json.WriteString("device", key.Device.Value);
        json.WriteString("epoch", key.Epoch.Value);
        json.WriteString("kind", WireName<RecordKind>.Of(RecordKind.Duty));
        json.WriteNumber("mono", (long)stamp.Monotonic.TotalMilliseconds);
        json.WriteString("operator", turn.Badge.ToString());
        json.WriteBadges("present", turn.Duty.Present);
        json.WriteNumber("seq", key.Seq);
        json.WriteString("time", EntryTime.Of(stamp.Wall));
        json.WriteString("turn", turn.IsOn ? "on" : "off");
        json.WriteNumber("v", WireJson.Version);
    });
}
