using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Wire;

namespace Checkpoint.Sensing.Baselines;

/// <summary>What is ordinary at a gate, as it is stored.</summary>
public static class BaselineJson
{
    /// <summary>Writes it.</summary>
    /// <param name="sight">What the thermometer sees.</param>
    /// <param name="ordinary">What was learned.</param>
    public static byte[] Write(Sight sight, Ordinary ordinary) => WireJson.Write(json =>
    {
        var kept = ordinary.Baseline.Kept;
        if (ordinary.CalibratedAt is { } calibrated)
            json.WriteString("calibrated", EntryTime.Of(calibrated));
        json.WriteStartArray("doubt");
        json.WriteNumberValue(kept.Doubt.Level);
        json.WriteNumberValue(kept.Doubt.Both);
        json.WriteNumberValue(kept.Doubt.Slope);
        json.WriteEndArray();
        json.WriteNumber("level", kept.Level);
        json.WriteNumber("people", kept.People);
        json.WriteNumber("scale", kept.Scale);
        json.WriteNumber("scalePeople", kept.ScalePeople);
        if (ordinary.SettledAt is { } settled)
            json.WriteNumber("settled", settled);
        json.WriteString("sight", WireName<Sight>.Of(sight));
        json.WriteNumber("slope", kept.Slope);
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads it.</summary>
    /// <param name="utf8">The stored bytes.</param>
    /// <param name="screener">The screener that it is for.</param>
    /// <returns>Null if it is none, was learned with another kind of thermometer, or cannot have been learned.</returns>
    public static Ordinary? TryRead(ReadOnlyMemory<byte> utf8, Screener screener) => WireJson.TryRead(utf8, json =>
    {
        var calibrated = json.TryGetProperty("calibrated", out var at) ? at.GetDateTimeOffset() : (DateTimeOffset?)null;
        return WireName<Sight>.Parse(json.GetProperty("sight").GetString()) == screener.Model.Sight && screener.TryGoOn(Read(json)) is { } baseline
            ? new Ordinary(baseline, calibrated) { SettledAt = json.TryGetProperty("settled", out var settled) ? settled.GetDouble() : null }
            : null!;
    });

    static KeptBaseline Read(JsonElement json)
    {
        var doubt = json.GetProperty("doubt");
        if (doubt.GetArrayLength() != 3)
            throw new FormatException("Expected three numbers of doubt.");
        return new(
            json.GetProperty("level").GetDouble(),
            json.GetProperty("slope").GetDouble(),
            json.GetProperty("scale").GetDouble(),
            json.GetProperty("people").GetInt32(),
            json.GetProperty("scalePeople").GetDouble(),
            new(doubt[0].GetDouble(), doubt[1].GetDouble(), doubt[2].GetDouble()));
    }
}
