using Checkpoint.Devices.Thermometers.Arrays;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>An MLX90640 as its bus sees it, with plain constants: measures one half of its scene after the other.</summary>
public sealed class SimulatedMlx90640 : SimulatedWideDevice
{
    /// <summary>Between two half images: sixteen a second.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) / 16;

    const double Kelvin = 273.15;
    const double Die = 25; // °C
    const int SensitivityCounts = 13744;
    const double Sensitivity = SensitivityCounts / (double)(1L << 37);
    const int Offset = -49;
    const int Gain = 6000;
    const int Broken = 400;

    static readonly (int Word, ushort Value)[] Constants =
    [
        (7, 0x499A), (16, 0x4000), (17, 0xFFCE), (32, 0x7000), (33, SensitivityCounts), (48, Gain),
        (49, 12273), (50, 0x5952), (51, 0x9D68), (56, 0x2000), (63, 0x1220),
    ];

    readonly TimeProvider clock;
    readonly Func<int, int, SurfaceTemperature> scene;
    long measuredAt;
    int half = 1;

    /// <summary>Makes one.</summary>
    /// <param name="clock">What tells when a half image is due.</param>
    /// <param name="scene">The surface at a column and a row.</param>
    public SimulatedMlx90640(TimeProvider clock, Func<int, int, SurfaceTemperature> scene)
        : base(Mlx90640.Address)
    {
        (this.clock, this.scene) = (clock, scene);
        measuredAt = clock.GetTimestamp();
        foreach (var (word, value) in Constants)
            this[Mlx90640.EepromStart + word] = value;
        for (var pixel = 0; pixel < PixelConstants.Count; pixel++)
            this[Mlx90640.EepromStart + 64 + pixel] = (ushort)(pixel == Broken ? 0 : 0x0400); // one count more than all
        this[Mlx90640.Control] = 0x1A01; // chessboard, 18 bits, 8 whole images a second
        (this[Mlx90640.RamStart + 768], this[Mlx90640.RamStart + 800]) = (21147, 1711); // 25 °C
        (this[Mlx90640.RamStart + 778], this[Mlx90640.RamStart + 810]) = (Gain, unchecked((ushort)-13056)); // 3.3 V
    }

    /// <inheritdoc/>
    protected override void Measure()
    {
        if (clock.GetElapsedTime(measuredAt) < Interval)
            return;
        measuredAt = clock.GetTimestamp();
        half = 1 - half;
        for (var pixel = 0; pixel < PixelConstants.Count; pixel++)
        {
            if ((((pixel / PixelConstants.Columns) ^ pixel) & 1) == half)
                this[Mlx90640.RamStart + pixel] = unchecked((ushort)Counts(pixel));
        }

        this[Mlx90640.Status] = (ushort)(Mlx90640.NewData | half);
    }

    short Counts(int pixel)
    {
        if (pixel == Broken)
            return short.MinValue;
        var seen = (scene(pixel % PixelConstants.Columns, pixel / PixelConstants.Columns).Hundredths / 100d) + Kelvin;
        return (short)Math.Round(Offset + (Sensitivity * (Math.Pow(seen, 4) - Math.Pow(Die + Kelvin, 4))));
    }
}
