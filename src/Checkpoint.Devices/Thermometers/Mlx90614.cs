using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// The infrared thermometer Melexis MLX90614 (datasheet 3901090614, "SMBus" and "RAM"). Believes a word only if its packet error code,
/// its error flag and its range are good, in this order; and a temperature only if the sensor says it twice, before and after a question
/// with another answer that fits the one before.
/// </summary>
/// <remarks>
/// Not thread-safe. The read is a word with PEC even though the sensor's Linux driver says otherwise: Melexis' own driver checks it, and
/// without it a loose wire reads as a temperature. The code has eight bits, so one torn word of 256 fits it by chance: the second reading
/// is against those, and the question between is against a bus that repeats itself. Three words or four take under 2 ms at 100 kHz.
/// </remarks>
/// <param name="bus">The bus that the sensor is on.</param>
/// <param name="address">The sensor's 7-bit address.</param>
public sealed class Mlx90614(ISmbus bus, byte address = Mlx90614.Address) : IThermometer
{
    /// <summary>The 7-bit address from the factory.</summary>
    public const byte Address = 0x5A;

    /// <summary>RAM register TA: temperature of the sensor itself.</summary>
    public const byte DieTemperature = 0x06;

    /// <summary>RAM register TOBJ1: object temperature, zone 1.</summary>
    public const byte ObjectTemperature = 0x07;

    /// <summary>RAM register TOBJ2: object temperature, zone 2; only parts with two zones have it.</summary>
    public const byte SecondObjectTemperature = 0x08;

    /// <summary>Bit 15 of a temperature word: the sensor could not measure.</summary>
    public const int ErrorFlag = 0x8000;

    /// <summary>The coldest word taken: the register starts at 0x27AD (−70.01 °C), the sensor's object range at −70 °C.</summary>
    internal const int LowestWord = 0x27AE;

    /// <summary>The hottest word taken: the register goes up to 0x7FFF (382.19 °C), the sensor's object range to 380 °C.</summary>
    internal const int HighestWord = 0x7F91;

    /// <summary>The coldest word of the die taken: −40.01 °C, the sensor works from −40 °C on.</summary>
    internal const int LowestDieWord = 0x2D89;

    /// <summary>The hottest word of the die taken: 125.01 °C, the sensor works up to 125 °C.</summary>
    internal const int HighestDieWord = 0x4DC4;

    /// <summary>A word counts fiftieths of a kelvin.</summary>
    internal const int HundredthsPerCount = 2;

    /// <summary>0 °C in hundredths of a kelvin.</summary>
    internal const int FreezingPoint = 273_15;

    /// <summary>Two measurements that follow one another differ by at most this, 0.5 °C.</summary>
    internal const int MostCountsApart = 25;

    /// <summary>The die differs by at most this from the reading before, 2 °C: it is a lump of metal and does not jump.</summary>
    internal const int MostDieCountsApart = 100;

    readonly CheckedSmbus sensor = new(bus, address);
    int? lastDie;

    /// <summary>Reads zone 1.</summary>
    public ThermometerReading Read() => Read(ObjectTemperature);

    /// <summary>Reads zone 2.</summary>
    public ThermometerReading ReadSecondZone() => Read(SecondObjectTemperature);

    /// <summary>Reads the temperature of the sensor itself; blocks for up to 1 ms.</summary>
    public DieReading ReadDie() => TryReadDie(out var word) is var fault and not SensorFault.None
        ? new DieReading.Faulted(fault)
        : new DieReading.Measured(ToHundredths(word));

    ThermometerReading Read(byte register)
    {
        var last = 0;
        var fault = TryReadObject(register, out var first);
        if (fault == SensorFault.None)
            fault = CheckDie();
        if (fault == SensorFault.None)
            fault = TryReadObject(register, out last);
        if (fault == SensorFault.None && first != last)
            fault = Confirm(register, first, last);
        return fault == SensorFault.None
            ? new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(ToHundredths(last)))
            : new ThermometerReading.Faulted(fault);
    }

    // A die that did jump, because nobody asked for long, is believed from the next reading on.
    SensorFault CheckDie()
    {
        var fault = TryReadDie(out var die);
        if (fault != SensorFault.None)
            return fault;
        var known = lastDie ?? die;
        lastDie = die;
        return Compare(known, die, MostDieCountsApart);
    }

    // It may have measured anew in between: then it says the new word once more.
    SensorFault Confirm(byte register, int first, int last)
    {
        var fault = TryReadObject(register, out var again);
        if (fault == SensorFault.None)
            fault = Compare(first, last, MostCountsApart);
        return fault == SensorFault.None ? Compare(last, again, 0) : fault;
    }

    SensorFault TryReadObject(byte register, out int word) => TryRead(register, LowestWord, HighestWord, out word);

    SensorFault TryReadDie(out int word) => TryRead(DieTemperature, LowestDieWord, HighestDieWord, out word);

    SensorFault TryRead(byte register, int lowest, int highest, out int word)
    {
        var fault = sensor.TryRead(register, out word);
        if (fault != SensorFault.None)
            return fault;
        if (word >= ErrorFlag)
            return SensorFault.ErrorFlag;
        return word < lowest || word > highest ? SensorFault.OutOfRange : SensorFault.None;
    }

    static SensorFault Compare(int first, int second, int mostApart) =>
        Math.Abs(first - second) > mostApart ? SensorFault.Disagreement : SensorFault.None;

    static int ToHundredths(int word) => (word * HundredthsPerCount) - FreezingPoint;
}
