using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Hosting.Checks;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Reads every sensor for a second.</summary>
static class SensorTest
{
    /// <summary>Reads of each sensor.</summary>
    public const int Reads = 20;

    const string Wires = "Check its wires, its address and Devices";
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads them.</summary>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(SensorSet sensors, TimeProvider clock, CancellationToken cancel)
    {
        var (thermometer, air, distance) = (new List<ThermometerReading>(), new List<AmbientReading>(), new List<DistanceReading>());
        for (var read = 0; read < Reads; read++)
        {
            thermometer.Add(sensors.Thermometer.Read());
            air.Add(sensors.Air.Read());
            if (sensors.Distance is { } sensor)
                distance.Add(sensor.Read());
            await Task.Delay(Between, clock, cancel);
        }

        List<CheckLine> lines = [Thermometer(thermometer, sensors.Thermometer.ReadDie()), Air(air)];
        if (sensors.Distance is not null)
            lines.Add(Distance(distance));
        return lines;
    }

    static CheckLine Thermometer(List<ThermometerReading> readings, DieReading die)
    {
        var seen = readings.OfType<ThermometerReading.Measured>().ToList();
        var itself = die is DieReading.Measured measured ? $", {Celsius(measured.Hundredths)} °C itself" : "";
        return seen is [.., var last]
            ? new("thermometer", IsEnough(seen.Count), $"sees {last.Surface} °C{itself}{Share(seen.Count)}")
            : Silent("thermometer", readings.OfType<ThermometerReading.Faulted>().Last().Fault, "Thermometer");
    }

    static CheckLine Air(List<AmbientReading> readings)
    {
        var seen = readings.OfType<AmbientReading.Measured>().ToList();
        return seen is [.., var last]
            ? new("air", IsEnough(seen.Count), $"{Celsius(last.Hundredths)} °C{Share(seen.Count)}")
            : Silent("air", readings.OfType<AmbientReading.Faulted>().Last().Fault, "Air");
    }

    // Between two of its measurements it has nothing new to say, and before nobody it says nothing: both are in order.
    static CheckLine Distance(List<DistanceReading> readings)
    {
        if (readings.OfType<DistanceReading.Measured>().LastOrDefault() is { } last)
            return new("distance", Good: true, string.Create(CultureInfo.InvariantCulture, $"{last.Millimetres} mm"));
        return readings.Exists(reading => reading is DistanceReading.Nothing)
            ? new("distance", Good: true, "nothing in front of it")
            : Silent("distance", readings.OfType<DistanceReading.Faulted>().Last().Fault, "Distance");
    }

    // Now and then a word is spoiled or falls between two measurements; one in two is a loose wire.
    static bool IsEnough(int good) => good >= Reads / 2;

    static string Share(int good) => good == Reads
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; {good} of {Reads} readings good{(IsEnough(good) ? "" : $". {Wires}.")}");

    static CheckLine Silent(string name, SensorFault fault, string section) =>
        new(name, Good: false, $"{WireName<SensorFault>.Of(fault)}. {Wires}:{section}.");

    static string Celsius(int hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
