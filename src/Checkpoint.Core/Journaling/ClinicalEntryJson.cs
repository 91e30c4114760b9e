using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry that says what a clinical thermometer read, in canonical form: <c>of</c> is the number of the person's entry in the same journal,
/// <c>clinical</c> the reading in hundredths of a °C.
/// </summary>
public static class ClinicalEntryJson
{
    /// <summary>Writes an entry.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="stamp">Its time.</param>
    /// <param name="reading">What was read.</param>
    public static byte[] Write(EntryKey key, EntryStamp stamp, ClinicalReading reading) => WireJson.Write(json =>
    {
        json.WriteNumber("boot", stamp.Boot);
        json.WriteNumber("clinical", reading.Body.Hundredths);
        json.WriteString("clock", WireName<ClockQuality>.Of(stamp.Clock));
        json.WriteString("device", key.Device.Value);
        json.WriteString("epoch", key.Epoch.Value);
        json.WriteString("kind", WireName<RecordKind>.Of(RecordKind.Clinical));
        json.WriteNumber("mono", (long)stamp.Monotonic.TotalMilliseconds);
        json.WriteNumber("of", reading.Entry);
        if (!reading.Operators.IsEmpty)
            json.WriteBadges("operators", reading.Operators);
        json.WriteNumber("seq", key.Seq);
        json.WriteString("site", WireName<ClinicalSite>.Of(reading.Site));
        json.WriteString("time", EntryTime.Of(stamp.Wall));
        json.WriteNumber("v", WireJson.Version);
    });
}
