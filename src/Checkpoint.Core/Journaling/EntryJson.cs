using System.Text.Json;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sealing;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>
/// An entry as JSON, already in canonical form: what is hashed, stored and published are the same bytes. Nothing in it names a person or a
/// household, and nothing of a certificate's content is in it but sealed.
/// </summary>
public static class EntryJson
{
    /// <summary>Writes an entry.</summary>
    public static byte[] Write(JournalEntry entry) => WireJson.Write(json =>
    {
        var (key, stamp, record) = entry;
        WriteArea(json, record.Facts.Code.Claims);
        json.WriteNumber("attempt", record.Facts.Attempt);
        json.WriteNumber("boot", stamp.Boot);
        WriteClass(json, record.Facts.Code.Claims);
        json.WriteString("clock", WireName<ClockQuality>.Of(stamp.Clock));
        json.WriteString("code", WireName<CodeOutcome>.Of(record.Facts.Code.Outcome));
        if (record.Facts.Code.Colour != HealthColour.None)
            json.WriteString("colour", WireName<HealthColour>.Of(record.Facts.Code.Colour));
        json.WriteString("device", key.Device.Value);
        json.WriteString("direction", WireName<Direction>.Of(record.Facts.Direction));
        json.WriteString("epoch", key.Epoch.Value);
        EntryFace.Write(json, record.Facts.Temperature);
        EntryFacts.Write(json, record.Facts);
        json.WriteBoolean("final", record.IsFinal);
        json.WriteString("kind", WireName<RecordKind>.Of(record.Kind));
        json.WriteNumber("mono", (long)stamp.Monotonic.TotalMilliseconds);
        WriteOccupancy(json, record.Occupancy);
        if (!record.Operators.IsEmpty)
            json.WriteBadges("operators", record.Operators);
        if (record.Facts.Code.Claims is { } claims)
            json.WriteString("pass", claims.Id.ToString());
        json.WriteNumber("passage", record.Number);
        json.WriteNumber("policy", record.PolicyVersion);
        if (record.Facts.Code.Profile != PassProfile.None)
            json.WriteString("profile", WireName<PassProfile>.Of(record.Facts.Code.Profile));
        WriteReasons(json, record.Decision);
        if (record.Decision.Rule is { } rule)
            json.WriteString("rule", rule.Id);
        WriteSeal(json, entry.Seal);
        json.WriteNumber("seq", key.Seq);
        WriteTemperature(json, record.Facts.Temperature);
        json.WriteString("time", EntryTime.Of(stamp.Wall));
        json.WriteNumber("v", WireJson.Version);
        json.WriteString("verdict", WireName<Verdict>.Of(record.Decision.Verdict));
    });

    static void WriteArea(Utf8JsonWriter json, PassClaims? claims)
    {
        if (claims is { Area: > 0 })
            json.WriteNumber("area", claims.Area);
    }

    static void WriteClass(Utf8JsonWriter json, PassClaims? claims)
    {
        if (claims is { Class: not PassClass.None } && Enum.IsDefined(claims.Class))
            json.WriteString("class", WireName<PassClass>.Of(claims.Class));
    }

    static void WriteOccupancy(Utf8JsonWriter json, Occupancy? occupancy)
    {
        if (occupancy is not { } seat)
            return;
        json.WriteNumber("occupant", seat.Occupant);
        json.WriteNumber("occupants", seat.Of);
    }

    static void WriteReasons(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in decision.Reasons)
            json.WriteStringValue(WireName<Reason>.Of(reason));
        json.WriteEndArray();
    }

    static void WriteSeal(Utf8JsonWriter json, FieldSeal seal)
    {
        if (seal is FieldSeal.Closed closed)
            json.WriteString("sealed", closed.Token);
        if (seal is FieldSeal.Skipped skipped)
            json.WriteString("sealed-skip", WireName<SealSkip>.Of(skipped.Why));
    }

    // "surface" is in hundredths of a °C, as whole numbers are the only ones the canonical form has.
    static void WriteTemperature(Utf8JsonWriter json, TemperatureCheck check)
    {
        if (check is TemperatureCheck.Measured measured)
            json.WriteNumber("surface", measured.Surface.Hundredths);
        json.WriteString("temperature", check is TemperatureCheck.Skipped skipped ? WireName<TemperatureSkip>.Of(skipped.Why) : "measured");
    }
}
