using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>An MLX90632 as its bus sees it, with the constants of Melexis' own tests: measures the surface in front of it when a measurement is due.</summary>
public sealed class SimulatedMlx90632 : SimulatedWideDevice
{
    /// <summary>Between two measurements: sixteen a second.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) / 16;

    /// <summary>Temperature of the sensor itself in hundredths of a °C.</summary>
    public const int DieHundredths = 25_00;

    const short DieSecond = 23030;
    const int EmptyHundredths = 20_00;

    /// <summary>What it carries from its calibration.</summary>
    internal static readonly Mlx90632Calibration Calibration = new()
    {
        PR = 0x00587F5B,
        PG = 0x04A10289,
        PT = unchecked((int)0xFFF966F8),
        PO = 0x00001E0F,
        Ea = 4859535,
        Eb = 5686508,
        Fa = 53855361,
        Fb = 42874149,
        Ga = -14556410,
        Gb = 9728,
        Ka = 10752,
        Ha = 16384,
        Hb = 0,
    };

    static readonly Mlx90632Conversion Conversion = new(Calibration);
    static readonly short DieFirst = Find(counts => Conversion.Die(new(0, 0, counts, DieSecond)), DieHundredths);

    readonly TimeProvider clock;
    volatile int surface = EmptyHundredths;
    long measuredAt;
    int half = 1;

    /// <summary>Makes one that rests until it is told to measure.</summary>
    /// <param name="clock">What tells when a measurement is due.</param>
    public SimulatedMlx90632(TimeProvider clock)
        : base(Mlx90632.Address)
    {
        this.clock = clock;
        this[Mlx90632.CalibrationStart] = 0x0105;
        (this[0x242E], this[0x242F]) = ((ushort)Calibration.Gb, (ushort)Calibration.Ka);
        (this[Mlx90632.CustomerStart], this[Mlx90632.CustomerStart + 1]) = ((ushort)Calibration.Ha, (ushort)Calibration.Hb);
        Keep(0x240C, Calibration.PR, Calibration.PG, Calibration.PT, Calibration.PO);
        Keep(0x2424, Calibration.Ea, Calibration.Eb, Calibration.Fa, Calibration.Fb, Calibration.Ga);
    }

    /// <summary>Puts a surface in front of the sensor.</summary>
    public void Face(SurfaceTemperature seen) => surface = seen.Hundredths;

    /// <summary>Takes its supply away for a moment: it rests again.</summary>
    public void Restart() => this[Mlx90632.Control] = 0;

    /// <inheritdoc/>
    protected override void Measure()
    {
        var isMeasuring = (this[Mlx90632.Control] & Mlx90632.MedicalContinuous) == Mlx90632.MedicalContinuous;
        if (!isMeasuring || clock.GetElapsedTime(measuredAt) < Interval)
            return;
        measuredAt = clock.GetTimestamp();
        half = 3 - half;
        var counts = unchecked((ushort)Find(raw => Conversion.Object(new(2 * raw, 2 * raw, DieFirst, DieSecond)), surface));
        foreach (var register in (int[])[0x4003, 0x4004, 0x4006, 0x4007])
            this[register] = counts;
        (this[0x4005], this[0x4008]) = ((ushort)DieFirst, (ushort)DieSecond);
        this[Mlx90632.Status] = (ushort)(Mlx90632.DataReady | (half << 2));
    }

    void Keep(int register, params ReadOnlySpan<int> constants)
    {
        foreach (var constant in constants)
        {
            var bits = unchecked((uint)constant);
            (this[register], this[register + 1]) = ((ushort)(bits & 0xFFFF), (ushort)(bits >> 16));
            register += 2;
        }
    }

    // The counts that convert to a temperature; the conversion rises with them.
    static short Find(Func<short, double> conversion, int hundredths)
    {
        var (low, high) = (-6000, (int)short.MaxValue);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = conversion((short)middle) * 100 >= hundredths ? (low, middle) : (middle, high); // not a number is too cold
        }

        return (short)high;
    }
}
