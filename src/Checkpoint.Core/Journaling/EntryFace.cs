using System.Text.Json;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Journaling;

/// <summary>
/// How a face was judged, as part of an entry: <c>face</c>, with whole hundredths of a °C. <c>scored</c>, which is decided on, is there only if
/// it is not the surface. Reads what it wrote.
/// </summary>
static class EntryFace
{
    /// <summary>Name of the member.</summary>
    public const string Name = "face";

    const string Pass = "pass";
    const string GuardBand = "guard-band";
    const string Recheck = "recheck";
    const string Refer = "refer";

    /// <summary>Writes the member, if the face was judged against what is ordinary.</summary>
    public static void Write(Utf8JsonWriter json, TemperatureCheck check)
    {
        if (check is not TemperatureCheck.Measured { Judgement: { } judgement })
            return;
        var (seen, estimate) = (judgement.Seen, judgement.Estimate);
        json.WriteStartObject(Name);
        json.WriteNumber("air", seen.Air.Hundredths);
        json.WriteNumber("body", estimate.Value.Hundredths);
        json.WriteNumber("high", estimate.High.Hundredths);
        json.WriteNumber("line", judgement.Line);
        json.WriteNumber("low", estimate.Low.Hundredths);
        json.WriteString("outcome", OutcomeOf(judgement.Outcome));
        if (seen.Scored != seen.Surface)
            json.WriteNumber("scored", seen.Scored.Hundredths);
        json.WriteEndObject();
    }

    /// <summary>Reads it back; null if it is not as it should be.</summary>
    /// <param name="face">The member.</param>
    /// <param name="surface">The entry's surface.</param>
    public static FaceJudgement? Read(JsonElement face, SurfaceTemperature surface)
    {
        if (face.ValueKind != JsonValueKind.Object || Number(face, "line", int.MinValue, int.MaxValue) is not { } line
            || Number(face, "air", -55_00, 150_00) is not { } air
            || Body(face, "body") is not { } body || Body(face, "low") is not { } low || Body(face, "high") is not { } high
            || !face.TryGetProperty("outcome", out var name) || name.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var scored = Number(face, "scored", -70_00, 380_00) is { } other ? SurfaceTemperature.FromHundredths(other) : surface;
        var seen = new SeenSurface(surface, scored, AmbientTemperature.FromHundredths(air));
        return Outcome(name.GetString(), seen, new(body, low, high)) is { } outcome ? new(outcome, line) : null;
    }

    static string OutcomeOf(Screening outcome) => outcome switch
    {
        Screening.Pass { InGuardBand: true } => GuardBand,
        Screening.Pass => Pass,
        Screening.Recheck => Recheck,
        _ => Refer,
    };

    static Screening? Outcome(string? name, SeenSurface seen, BodyEstimate estimate) => name switch
    {
        Pass => new Screening.Pass(seen, estimate, InGuardBand: false),
        GuardBand => new Screening.Pass(seen, estimate, InGuardBand: true),
        Recheck => new Screening.Recheck(seen, estimate),
        Refer => new Screening.Refer(seen, estimate),
        _ => null,
    };

    static BodyTemperature? Body(JsonElement face, string name) =>
        Number(face, name, 25_00, 45_00) is { } hundredths ? BodyTemperature.FromHundredths(hundredths) : null;

    static int? Number(JsonElement face, string name, int from, int to) =>
        face.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
        && number >= from && number <= to ? number : null;
}
