using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Replaying;

/// <summary>Reads entries as <see cref="EntryJson"/> writes them. Never throws for what a line may hold.</summary>
public static class RecordedEntryJson
{
    /// <summary>Reads one entry.</summary>
    /// <param name="utf8">The entry, one JSON object; the hash beside it may be there too.</param>
    /// <returns>Null if it is no entry of a passage, such as one of a kind that this program does not know.</returns>
    public static RecordedEntry? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or text that is half a surrogate pair
        }
    }

    static RecordedEntry? Read(JsonElement entry)
    {
        if (Text(entry, "device") is not { } device || Text(entry, "epoch") is not { } epoch
            || Number(entry, "seq") is not { } seq || Number(entry, "boot") is not { } boot || Number(entry, "passage") is not { } passage
            || Name<RecordKind>(entry, "kind") is not { } kind || Name<Verdict>(entry, "verdict") is not { } verdict
            || ReadReasons(entry) is not { IsEmpty: false } reasons || ReadFacts(entry, reasons) is not { } facts)
        {
            return null;
        }

        return new(device, epoch, seq, boot, passage, kind, facts, verdict, reasons, Text(entry, "rule"));
    }

    static Facts? ReadFacts(JsonElement entry, ImmutableArray<Reason> reasons)
    {
        if (Name<Direction>(entry, "direction") is not { } direction || Name<CodeOutcome>(entry, "code") is not { } outcome
            || ReadTemperature(entry) is not { } temperature)
        {
            return null;
        }

        // Entries of the first version do not say which attempt it was.
        var attempt = Number(entry, "attempt") ?? (reasons.Contains(Reason.TemperatureStillHigh) ? 2 : 1);
        var code = new CodeCheck(outcome, ReadClaims(entry))
        {
            Profile = Name<PassProfile>(entry, "profile") ?? PassProfile.None,
            Colour = Name<HealthColour>(entry, "colour") ?? HealthColour.None,
            IsWatched = reasons.Contains(Reason.OnWatchlist),
        };
        var counted = entry.TryGetProperty(EntryFacts.Name, out var facts) && facts.ValueKind == JsonValueKind.Object;
        return new(direction, code, temperature, (int)Math.Clamp(attempt, 1, int.MaxValue))
        {
            Now = counted && EntryFacts.ReadZone(facts) is { } zone ? ReadTime(entry)?.ToOffset(TimeSpan.FromMinutes(zone)) : null,
            Visit = counted ? EntryFacts.ReadVisit(facts) : null,
        };
    }

    // Names and dates that a decision does not read are left open.
    static PassClaims? ReadClaims(JsonElement entry) =>
        ulong.TryParse(Text(entry, "pass"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? new(
                new(id), Name<PassClass>(entry, "class") ?? PassClass.None, new(""),
                Number(entry, "area") is { } area and >= 0 and <= uint.MaxValue ? (uint)area : 0, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            : null;

    static TemperatureCheck? ReadTemperature(JsonElement entry)
    {
        if (Number(entry, "surface") is { } surface and >= -70_00 and <= 380_00)
            return ReadMeasured(entry, SurfaceTemperature.FromHundredths((int)surface));
        return Name<TemperatureSkip>(entry, "temperature") is { } skip ? new TemperatureCheck.Skipped(skip) : null;
    }

    static TemperatureCheck.Measured ReadMeasured(JsonElement entry, SurfaceTemperature surface) => new(surface)
    {
        Judgement = entry.TryGetProperty(EntryFace.Name, out var face) ? EntryFace.Read(face, surface) : null,
    };

    static ImmutableArray<Reason> ReadReasons(JsonElement entry)
    {
        if (!entry.TryGetProperty("reasons", out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && WireName<Reason>.TryParse(item.GetString(), out var reason))
                reasons.Add(reason);
        }

        return reasons.ToImmutable();
    }

    static DateTimeOffset? ReadTime(JsonElement entry) => DateTimeOffset.TryParseExact(
        Text(entry, "time"), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) && time.Year is > 1 and < 9999
        ? time
        : null;

    static T? Name<T>(JsonElement entry, string name)
        where T : struct, Enum => WireName<T>.TryParse(Text(entry, name), out var value) ? value : null;

    static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static long? Number(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
