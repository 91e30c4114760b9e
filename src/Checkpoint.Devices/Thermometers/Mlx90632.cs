using System.Runtime.InteropServices;
using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// The medical infrared thermometer Melexis MLX90632 (datasheet 3901090632), measuring on its own in the medical range. It sends no check
/// code, so everything is read twice and believed only if it is the same twice and the numbers can be a measurement.
/// </summary>
/// <remarks>
/// Not thread-safe. The part comes with two measurements a second; write its refresh rate (EEPROM 0x24E1, 0x24E2) to sixteen for a gate.
/// Between measurements a reading ends as <see cref="SensorFault.NotReady"/>: the same measurement is never told twice.
/// </remarks>
public sealed class Mlx90632 : IThermometer
{
    /// <summary>The 7-bit address from the factory with its ADDR pin low.</summary>
    public const byte Address = 0x3A;

    /// <summary>Readings without a new measurement after which the sensor is told again to measure: 5 s at the gate's rate.</summary>
    public const int MostIdleReads = 100;

    internal const ushort CalibrationStart = 0x240B;
    internal const int CalibrationWords = 0x2430 - CalibrationStart;
    internal const ushort CustomerStart = 0x2481;
    internal const ushort Control = 0x3001;
    internal const ushort Status = 0x3FFF;
    internal const ushort FirstMeasurement = 0x4003;
    internal const int SampleWords = 6;
    internal const int DataReady = 0x0001;
    internal const int ModeMask = 0x01F6; // measurement type and power mode
    internal const int MedicalContinuous = 0x0006;
    const int ProcessorVersion = 5; // DSPv5, the low byte of EE_VERSION
    const int BothHalves = 0b110;
    const double LowestDie = -40;
    const double HighestDie = 125;
    const double LowestSurface = -40;
    const double HighestSurface = 200;

    readonly WideRegisters registers;
    readonly Mlx90632Conversion conversion;
    int idle;
    DieReading die = new DieReading.Faulted(SensorFault.NotReady);
    int halves; // a bit for each half that was measured since the start

    Mlx90632(WideRegisters registers, Mlx90632Calibration calibration)
    {
        this.registers = registers;
        conversion = new(calibration);
    }

    /// <summary>Reads the sensor's calibration and starts it.</summary>
    /// <param name="bus">The bus that it is on.</param>
    /// <param name="address">Its 7-bit address.</param>
    /// <exception cref="IOException">It does not answer, is another sensor, or its calibration did not come through twice alike.</exception>
    public static Mlx90632 Open(II2cBus bus, byte address = Address)
    {
        var sensor = new WideRegisters(bus, address);
        var thermometer = new Mlx90632(sensor, Calibrate(sensor));
        thermometer.Start();
        return thermometer;
    }

    /// <inheritdoc/>
    public ThermometerReading Read()
    {
        try
        {
            return TryTake(out var sample) is var fault and not SensorFault.None
                ? new ThermometerReading.Faulted(fault)
                : Interpret(conversion.Die(sample), conversion.Object(sample));
        }
        catch (IOException)
        {
            die = new DieReading.Faulted(SensorFault.NoAnswer);
            return new ThermometerReading.Faulted(SensorFault.NoAnswer);
        }
    }

    /// <summary>The temperature of the sensor that came with the last reading; not ready before the first.</summary>
    public DieReading ReadDie() => die;

    SensorFault TryTake(out Mlx90632Sample sample)
    {
        sample = default;
        Span<ushort> words = stackalloc ushort[SampleWords];
        Span<ushort> again = stackalloc ushort[SampleWords];
        var status = registers.Read(Status);
        if ((status & DataReady) == 0)
            return Wait();
        idle = 0;
        registers.Write(Status, (ushort)(status & ~DataReady));
        registers.Read(FirstMeasurement, words);
        registers.Read(FirstMeasurement, again);
        if (!words.SequenceEqual(again))
            return SensorFault.Disagreement;
        var position = (status >> 2) & 0x1F;
        if (position is not (1 or 2))
            return SensorFault.OutOfRange; // in its medical table there are two
        halves |= 1 << position;
        sample = Sort(MemoryMarshal.Cast<ushort, short>(words), position);
        return halves == BothHalves ? SensorFault.None : SensorFault.NotReady; // the other half is of before the start
    }

    SensorFault Wait()
    {
        if (++idle >= MostIdleReads)
            Start();
        return SensorFault.NotReady;
    }

    void Start()
    {
        (idle, halves) = (0, 0);
        var kept = registers.Read(Control) & ~ModeMask;
        registers.Write(Control, (ushort)kept); // what it measures may only be changed while it rests
        registers.Write(Control, (ushort)(kept | MedicalContinuous));
    }

    static Mlx90632Sample Sort(ReadOnlySpan<short> words, int position)
    {
        var (first, second) = (words[0] + words[1], words[3] + words[4]);
        return position == 1 ? new(first, second, words[2], words[5]) : new(second, first, words[2], words[5]);
    }

    ThermometerReading Interpret(double inside, double surface)
    {
        if (inside is not (>= LowestDie and <= HighestDie) || surface is not (>= LowestSurface and <= HighestSurface))
            return new ThermometerReading.Faulted(SensorFault.OutOfRange); // also if one is not a number
        die = new DieReading.Measured((int)Math.Round(inside * 100));
        return new ThermometerReading.Measured(SurfaceTemperature.FromHundredths((int)Math.Round(surface * 100)));
    }

    static Mlx90632Calibration Calibrate(WideRegisters registers)
    {
        var (factory, customer) = (new ushort[CalibrationWords], new ushort[2]);
        ReadTwice(registers, CalibrationStart, factory);
        ReadTwice(registers, CustomerStart, customer);
        if ((factory[0] & 0xFF) != ProcessorVersion)
            throw new IOException($"Address answers as version 0x{factory[0]:X4}; expected an MLX90632 of version 5.");
        return Parse(factory, customer);
    }

    static Mlx90632Calibration Parse(ushort[] factory, ushort[] customer) => new()
    {
        PR = Long(factory, 0x240C),
        PG = NotZero(Long(factory, 0x240E)),
        PT = Long(factory, 0x2410),
        PO = Long(factory, 0x2412),
        Ea = NotZero(Long(factory, 0x2424)),
        Eb = Long(factory, 0x2426),
        Fa = NotZero(Long(factory, 0x2428)),
        Fb = Long(factory, 0x242A),
        Ga = Long(factory, 0x242C),
        Gb = unchecked((short)factory[0x242E - CalibrationStart]),
        Ka = unchecked((short)factory[0x242F - CalibrationStart]),
        Ha = unchecked((short)NotZero(customer[0])),
        Hb = unchecked((short)customer[1]),
    };

    static int Long(ushort[] factory, int register) =>
        unchecked((int)(factory[register - CalibrationStart] | ((uint)factory[register - CalibrationStart + 1] << 16)));

    static int NotZero(int constant) => constant != 0 ? constant : throw new IOException("A constant of the calibration is missing.");

    static void ReadTwice(WideRegisters registers, ushort register, ushort[] words)
    {
        var again = new ushort[words.Length];
        registers.Read(register, words);
        registers.Read(register, again);
        if (!words.AsSpan().SequenceEqual(again))
            throw new IOException("The calibration was not the same twice: look at the wires.");
    }
}
