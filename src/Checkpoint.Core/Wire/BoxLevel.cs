using System.Text.Json;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Wire;

/// <summary>What is ordinary at a box's thermometer, as the box tells the hub: member <c>level</c> of its health.</summary>
/// <param name="Sight">What the thermometer sees: only alike ones are compared.</param>
/// <param name="Now">Its level and the people that it stands on.</param>
/// <param name="SettledAt">Where the level stood first after the calibration, °C; null if it had not settled.</param>
public sealed record BoxLevel(Sight Sight, DeviceLevel Now, double? SettledAt)
{
    const string Member = "level";
    const double Coldest = 0;
    const double Hottest = 60;

    /// <summary>As it is told; temperatures are whole hundredths of a °C.</summary>
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject(Member);
        json.WriteNumber("now", Hundredths(Now.Level));
        json.WriteNumber("people", Now.People);
        if (SettledAt is { } settled)
            json.WriteNumber("settled", Hundredths(settled));
        json.WriteString("sight", WireName<Sight>.Of(Sight));
        json.WriteEndObject();
    }

    /// <summary>Reads it out of a box's health. Bytes from anybody: nothing about them is trusted.</summary>
    /// <returns>Null if it is not there, or no thermometer's.</returns>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    public static BoxLevel? Read(JsonElement health)
    {
        if (!health.TryGetProperty(Member, out var level) || level.ValueKind != JsonValueKind.Object
            || !level.TryGetProperty("now", out var now) || !level.TryGetProperty("people", out var people) || !people.TryGetInt32(out var count)
            || !level.TryGetProperty("sight", out var sight) || !WireName<Sight>.TryParse(sight.GetString(), out var seen)
            || Celsius(now) is not { } celsius)
        {
            return null;
        }

        return new(seen, new(celsius, count), level.TryGetProperty("settled", out var settled) ? Celsius(settled) : null);
    }

    static int Hundredths(double celsius) => (int)Math.Round(celsius * 100, MidpointRounding.ToEven);

    static double? Celsius(JsonElement hundredths) => hundredths.TryGetInt32(out var value) && value / 100.0 is >= Coldest and <= Hottest ? value / 100.0 : null;
}
