using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// The infrared thermometer Melexis MLX90614 (datasheet 3901090614, "SMBus", "RAM" and "Read Flags"). Believes a word only if its packet
/// error code, its error flag and its range are good, in this order; and a temperature only if the sensor says it four times alike, and in
/// between that it works, which is a word known beforehand.
/// </summary>
/// <remarks>
/// Thread-safe if the bus is. The read is a word with PEC even though the sensor's Linux driver says otherwise: Melexis' own driver checks it,
/// and without it a loose wire reads as a temperature. The code has eight bits, so one torn word of 256 fits it by chance: the repetition is
/// against those, and the flags are against a bus that repeats itself or is wrong the same way every time (ADR 22). Seven words take 4 ms at
/// 100 kHz; if the sensor measures meanwhile, the reading ends as <see cref="SensorFault.Disagreement"/>, and the next one is good.
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

    /// <summary>The command that asks for its flags.</summary>
    internal const byte Flags = 0xF0;

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

    const int Repetitions = 3;
    const int UndefinedFlags = 0x48; // bits 3 and 6: the datasheet does not say what they hold

    readonly CheckedSmbus sensor = new(bus, address);

    /// <summary>Reads zone 1; blocks for 4 ms at 100 kHz.</summary>
    public ThermometerReading Read() => ReadObject(ObjectTemperature);

    /// <summary>Reads zone 2; blocks for 4 ms at 100 kHz.</summary>
    public ThermometerReading ReadSecondZone() => ReadObject(SecondObjectTemperature);

    /// <summary>Reads the temperature of the sensor itself; blocks for 4 ms at 100 kHz.</summary>
    public DieReading ReadDie() => TryMeasure(DieTemperature, LowestDieWord, HighestDieWord, out var word) is var fault and not SensorFault.None
        ? new DieReading.Faulted(fault)
        : new DieReading.Measured(ToHundredths(word));

    ThermometerReading ReadObject(byte register) => TryMeasure(register, LowestWord, HighestWord, out var word) is var fault and not SensorFault.None
        ? new ThermometerReading.Faulted(fault)
        : new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(ToHundredths(word)));

    SensorFault TryMeasure(byte register, int lowest, int highest, out int word)
    {
        var fault = sensor.TryRead(register, out word);
        if (fault == SensorFault.None)
            fault = JudgeTemperature(word, lowest, highest);
        int? flags = null;
        for (var repetition = 0; repetition < Repetitions && fault == SensorFault.None; repetition++)
            fault = Repeat(register, word, ref flags);
        return fault;
    }

    SensorFault Repeat(byte register, int word, ref int? flags)
    {
        var fault = sensor.TryRead(Flags, out var now);
        if (fault == SensorFault.None)
            fault = JudgeFlags(now);
        if (fault == SensorFault.None)
            fault = Compare(flags ??= now, now);
        if (fault != SensorFault.None)
            return fault;
        fault = sensor.TryRead(register, out var again);
        return fault == SensorFault.None ? Compare(word, again) : fault;
    }

    static SensorFault JudgeTemperature(int word, int lowest, int highest)
    {
        if (word >= ErrorFlag)
            return SensorFault.ErrorFlag;
        return word < lowest || word > highest ? SensorFault.OutOfRange : SensorFault.None;
    }

    static SensorFault JudgeFlags(int word) => (Mlx90614State)(word & ~UndefinedFlags) switch
    {
        Mlx90614State.Ready => SensorFault.None,
        var state when word >= ErrorFlag || state.HasFlag(Mlx90614State.CellsDead) => SensorFault.ErrorFlag,
        Mlx90614State.None or Mlx90614State.CellsBusy or (Mlx90614State.CellsBusy | Mlx90614State.Ready) => SensorFault.NotReady,
        _ => SensorFault.OutOfRange,
    };

    static SensorFault Compare(int first, int second) => first == second ? SensorFault.None : SensorFault.Disagreement;

    static int ToHundredths(int word) => (word * HundredthsPerCount) - FreezingPoint;
}
