using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// The infrared thermometer Melexis MLX90614 (datasheet 3901090614, "SMBus" and "RAM"). Reads the object temperature of zone 1 and
/// believes it only if the packet error code, the error flag and the range are good, in this order.
/// </summary>
/// <remarks>
/// The emissivity stays as the factory set it. Not thread-safe. The read is a word with PEC even though the sensor's Linux driver
/// says otherwise: Melexis' own driver checks it, and without it a loose wire reads as a temperature.
/// </remarks>
/// <param name="bus">The bus that the sensor is on.</param>
public sealed class Mlx90614(ISmbus bus) : IThermometer
{
    /// <summary>The 7-bit address from the factory.</summary>
    public const byte Address = 0x5A;

    /// <summary>RAM register TOBJ1: object temperature, zone 1.</summary>
    public const byte ObjectTemperature = 0x07;

    /// <summary>Bit 15 of a temperature word: the sensor could not measure.</summary>
    public const int ErrorFlag = 0x8000;

    /// <summary>The coldest word taken: the register starts at 0x27AD (−70.01 °C), the sensor's object range at −70 °C.</summary>
    internal const int LowestWord = 0x27AE;

    /// <summary>The hottest word taken: the register goes up to 0x7FFF (382.19 °C), the sensor's object range to 380 °C.</summary>
    internal const int HighestWord = 0x7F91;

    /// <summary>A word counts fiftieths of a kelvin.</summary>
    internal const int HundredthsPerCount = 2;

    /// <summary>0 °C in hundredths of a kelvin.</summary>
    internal const int FreezingPoint = 273_15;

    /// <inheritdoc/>
    public ThermometerReading Read()
    {
        Span<byte> word = stackalloc byte[3];
        try
        {
            bus.ReadWord(Address, ObjectTemperature, word);
        }
        catch (IOException)
        {
            return Faulted(SensorFault.NoAnswer);
        }

        return SmbusPec.OfWordRead(Address, ObjectTemperature, word[0], word[1]) == word[2]
            ? Interpret(word[0] | (word[1] << 8))
            : Faulted(SensorFault.BadChecksum);
    }

    static ThermometerReading Interpret(int raw) => raw switch
    {
        >= ErrorFlag => Faulted(SensorFault.ErrorFlag),
        < LowestWord or > HighestWord => Faulted(SensorFault.OutOfRange),
        _ => new ThermometerReading.Measured(
            SurfaceTemperature.FromHundredths((raw * HundredthsPerCount) - FreezingPoint)),
    };

    static ThermometerReading.Faulted Faulted(SensorFault fault) => new(fault);
}
