using System.Globalization;
using System.Text.Json;
using Checkpoint.Wire;

namespace Checkpoint.Sensing.Calibrating;

/// <summary>A calibration as it is stored. The line is there for people: whoever reads it lays it again through the points.</summary>
public static class CalibrationJson
{
    /// <summary>The most points that are read.</summary>
    public const int MostPoints = 16;

    /// <summary>Writes a calibration.</summary>
    public static byte[] Write(Calibration calibration) => WireJson.Write(json =>
    {
        var run = calibration.Run;
        json.WriteNumber("air", run.Air.Hundredths);
        json.WriteString("at", run.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("emissivity", run.ReferenceEmissivity);
        json.WriteNumber("offset", Math.Round(calibration.Offset, 4));
        json.WriteString("operator", run.Operator);
        json.WriteStartArray("points");
        foreach (var point in run.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Reference.Hundredths);
            json.WriteNumberValue(point.Seen.Hundredths);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("reference", run.Reference);
        json.WriteStartArray("residuals");
        foreach (var residual in calibration.Residuals)
            json.WriteNumberValue(Math.Round(residual, 2));
        json.WriteEndArray();
        json.WriteString("serial", run.Serial);
        json.WriteNumber("slope", Math.Round(calibration.Slope, 6));
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads what was done and lays the line again.</summary>
    /// <param name="utf8">The stored bytes.</param>
    /// <param name="rule">Which lines are refused.</param>
    /// <returns>Null if it is no calibration, or none that would be taken today.</returns>
    public static Calibration? TryRead(ReadOnlyMemory<byte> utf8, CalibrationRule rule)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return rule.Judge(Read(document.RootElement)) is CalibrationOutcome.Taken taken ? taken.Calibration : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    static CalibrationRun Read(JsonElement json) => new(
        json.GetProperty("at").GetDateTimeOffset(),
        json.GetProperty("operator").GetString()!,
        json.GetProperty("reference").GetString()!,
        json.GetProperty("emissivity").GetDouble(),
        AmbientTemperature.FromHundredths(json.GetProperty("air").GetInt32()),
        json.GetProperty("serial").GetString()!,
        [.. json.GetProperty("points").EnumerateArray().Take(MostPoints).Select(Point)]);

    static CalibrationPoint Point(JsonElement pair) => pair.GetArrayLength() != 2
        ? throw new FormatException("Expected a reference and what was seen.")
        : new(SurfaceTemperature.FromHundredths(pair[0].GetInt32()), SurfaceTemperature.FromHundredths(pair[1].GetInt32()));
}
