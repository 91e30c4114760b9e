using System.Diagnostics;
using System.Globalization;
using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Devices.Thermometers.Arrays;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Devices.Connected;

/// <summary>Puts together what faces are measured with.</summary>
static class ConnectedSensors
{
    /// <summary>Makes the sensors that the options name; each is looked for when it is first read.</summary>
    /// <exception cref="IOException">The file with the distance sensor's settings cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not as long as it should be.</exception>
    public static SensorSet Open(DeviceOptions options, BusShelf buses, TimeProvider clock)
    {
        var thermometer = Thermometer(options.Thermometer, buses[options.Thermometer.Bus], clock);
        return new(thermometer, Air(options.Air, buses, thermometer), Distance(options.Distance, buses, clock))
        {
            Faces = options.Thermometer.ToFaceRules(),
            Aim = options.Thermometer.ToAimRule(),
            Offset = options.Distance.Offset,
            WarmUp = new WarmUpRule(),
            NeedsCalibration = true,
            Serial = Serial(options.Thermometer, buses[options.Thermometer.Bus], clock),
            IsOutdoors = options.Thermometer.PeopleFrom == PeopleFrom.Here,
        };
    }

    static IThermometer Thermometer(ThermometerOptions options, PluggedBus bus, TimeProvider clock) => options.Part switch
    {
        ThermometerPart.Mlx90614 => new Mlx90614(bus, Address(options.Address, Mlx90614.Address)),
        ThermometerPart.Mlx90632 => new PluggedThermometer(() => Mlx90632.Open(bus, Address(options.Address, Mlx90632.Address)), clock),
        ThermometerPart.Mlx90640 => new PluggedThermometer(() => Mlx90640.Open(bus, Address(options.Address, Mlx90640.Address)), clock),
        _ => throw new UnreachableException(),
    };

    static Func<string> Serial(ThermometerOptions options, PluggedBus bus, TimeProvider clock) => options.Part == ThermometerPart.Mlx90614
        ? () => new Mlx90614Setup(bus, clock, Address(options.Address, Mlx90614.Address)).ReadId().ToString("x16", CultureInfo.InvariantCulture)
        : () => "";

    static IAirThermometer Air(AirOptions options, BusShelf buses, IThermometer thermometer) => options.Part switch
    {
        AirPart.Tmp117 => new Tmp117(buses[options.Bus], Address(options.Address, Tmp117.Address)),
        _ => new DieAsAir(thermometer),
    };

    static PluggedDistance? Distance(DistanceOptions options, BusShelf buses, TimeProvider clock)
    {
        if (options.Part == DistancePart.None)
            return null;
        var settings = File.ReadAllBytes(options.Settings!);
        if (settings.Length != Vl53l1x.SettingsBytes)
            throw new InvalidDataException($"{options.Settings} has {settings.Length} bytes; expected the {Vl53l1x.SettingsBytes} of a VL53L1X's maker.");
        return new(() => Vl53l1x.Open(buses[options.Bus], settings, Address(options.Address, Vl53l1x.Address)), clock);
    }

    static byte Address(int set, byte usual) => set == 0 ? usual : (byte)set;
}
