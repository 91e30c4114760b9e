using Checkpoint.Devices.Simulated;

namespace Checkpoint.Devices.Thermometers;

/// <summary>The figures are those of the unit tests of Melexis' own driver (mlx90632-library, test/TestDSP.c, Apache-2.0).</summary>
public sealed class Mlx90632ConversionTests
{
    const double Tolerance = 0.01;

    [Theory]
    [InlineData(22454, 23030, 48.724)]
    [InlineData(100, 150, -18.734)]
    [InlineData(32767, 32766, 53.350)]
    public void The_die_is_as_warm_as_the_maker_says(short first, short second, double celsius)
    {
        var die = new Mlx90632Conversion(SimulatedMlx90632.Calibration).Die(new(0, 0, first, second));

        die.ShouldBe(celsius, Tolerance);
    }

    [Theory]
    [InlineData(609, 611, 55.507)]
    [InlineData(149, 151, 51.123)]
    [InlineData(-149, -151, 48.171)]
    [InlineData(-147, -149, 48.192)]
    [InlineData(32767, 32767, 212.844)]
    [InlineData(-5000, -5000, -16.653)]
    [InlineData(26901, 26899, 193.917)]
    [InlineData(27105, 27095, 194.599)]
    public void A_surface_is_as_warm_as_the_maker_says(int counts, int before, double celsius)
    {
        var surface = new Mlx90632Conversion(SimulatedMlx90632.Calibration).Object(Sample(counts, before));

        surface.ShouldBe(celsius, Tolerance);
    }

    [Theory]
    [InlineData(609, 611, 45.495)]
    [InlineData(149, 151, 41.121)]
    [InlineData(-149, -151, 38.174)]
    [InlineData(32767, 32767, 202.628)]
    [InlineData(-5000, -5000, -26.457)]
    public void A_customers_offset_counts_as_the_maker_says(int counts, int before, double celsius)
    {
        var shifted = SimulatedMlx90632.Calibration with { Hb = 10240 };

        new Mlx90632Conversion(shifted).Object(Sample(counts, before)).ShouldBe(celsius, Tolerance);
    }

    [Theory]
    [InlineData(1.0, 48.724, 55.507)]
    [InlineData(0.1, 49.66, 98.141)]
    [InlineData(0.1, 40.00, 143.956)]
    public void A_mirror_is_as_warm_as_the_maker_says(double emissivity, double reflected, double celsius)
    {
        var surface = new Mlx90632Conversion(SimulatedMlx90632.Calibration).Object(Sample(609, 611), emissivity, reflected);

        surface.ShouldBe(celsius, Tolerance);
    }

    static Mlx90632Sample Sample(int counts, int before) => new(2 * counts, 2 * before, 22454, 23030);
}
