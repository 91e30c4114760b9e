using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Shows what the sensors read, a line twice a second, until it is ended.</summary>
static class PartWatch
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Shows them.</summary>
    /// <param name="devices">The box's devices.</param>
    /// <param name="lines">How many lines; null for no end.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RunAsync(DeviceSet devices, int? lines, TextWriter output, CancellationToken cancel)
    {
        var sensors = devices.Sensors;
        for (var line = 0; line != lines && !cancel.IsCancellationRequested; line++)
        {
            var distance = sensors.Distance is { } sensor ? $"  距离 distance {Words(sensor.Read())}" : "";
            var sound = string.Concat(devices.Sound.Select(part => $"  {part.Device} {part.Faults.Current ?? "ok"}"));
            await output.WriteLineAsync(
                $"面 surface {Words(sensors.Thermometer.Read())}  机 itself {Words(sensors.Thermometer.ReadDie())}  气 air {Words(sensors.Air.Read())}{distance}{sound}");
            await Task.Delay(Between, devices.Clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static string Words(ThermometerReading reading) =>
        reading is ThermometerReading.Measured measured ? $"{measured.Surface} °C" : Fault(((ThermometerReading.Faulted)reading).Fault);

    static string Words(DieReading reading) =>
        reading is DieReading.Measured measured ? Celsius(measured.Hundredths) : Fault(((DieReading.Faulted)reading).Fault);

    static string Words(AmbientReading reading) =>
        reading is AmbientReading.Measured measured ? Celsius(measured.Hundredths) : Fault(((AmbientReading.Faulted)reading).Fault);

    static string Words(DistanceReading reading) => reading switch
    {
        DistanceReading.Measured measured => string.Create(CultureInfo.InvariantCulture, $"{measured.Millimetres} mm"),
        DistanceReading.Faulted faulted => Fault(faulted.Fault),
        _ => "-",
    };

    static string Celsius(int hundredths) => $"{(hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture)} °C";

    static string Fault(SensorFault fault) => WireName<SensorFault>.Of(fault);
}
