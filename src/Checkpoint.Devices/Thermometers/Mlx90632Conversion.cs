namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// From an MLX90632's counts to degrees (datasheet 3901090632, "Temperature calculation"). Whole numbers are cut where Melexis' own driver
/// cuts them (mlx90632-library, DSP version 5), so that the results are its results.
/// </summary>
/// <param name="calibration">The part's own constants.</param>
sealed class Mlx90632Conversion(Mlx90632Calibration calibration)
{
    const double Reference = 12;
    const double Scale = 524288; // 2^19
    const double Kelvin = 273.15;
    const double Standard = 25; // °C, where the constants were taken
    const int Iterations = 5;
    const double Two20 = 1 << 20;
    const double Two36 = 1L << 36;
    const double Two44 = 1L << 44;
    const double Two46 = 1L << 46;

    /// <summary>Temperature of the die in °C. Not a number if the sample cannot be one.</summary>
    public double Die(Mlx90632Sample sample)
    {
        var distance = DieCounts(sample) - (calibration.PR / 256d);
        return (distance / calibration.PG * Two20) + (calibration.PT / Two44 * distance * distance) + (calibration.PO / 256d);
    }

    /// <summary>Temperature of the surface in °C, taken as black and in surroundings as warm as the sensor. Not a number if the sample cannot be one.</summary>
    public double Object(Mlx90632Sample sample) => Iterate(sample, 1, Fourth(Background(sample)));

    /// <summary>Temperature of a surface in °C that is not black and reflects something else. Not a number if the sample cannot be one.</summary>
    /// <param name="sample">The counts.</param>
    /// <param name="emissivity">Of the surface, over 0, up to 1.</param>
    /// <param name="reflected">Temperature of what it reflects, in °C.</param>
    public double Object(Mlx90632Sample sample, double emissivity, double reflected)
    {
        var mirror = Fourth(reflected);
        return Iterate(sample, emissivity, mirror - ((mirror - Fourth(Background(sample))) / emissivity));
    }

    double Iterate(Mlx90632Sample sample, double emissivity, double background)
    {
        var die = Background(sample);
        var counts = Math.Truncate(ObjectCounts(sample));
        var temperature = Standard;
        for (var i = 0; i < Iterations; i++)
            temperature = Math.Sqrt(Math.Sqrt((counts / (emissivity * Sensitivity(temperature, die))) + background)) - Kelvin - (calibration.Hb / 1024d);
        return temperature;
    }

    double Sensitivity(double temperature, double die) => calibration.Fa * (calibration.Ha / 16384d) / Two46
        * (1 + (calibration.Ga * (temperature - Standard) / Two36) + (calibration.Fb * (die - Standard) / Two36));

    double Background(Mlx90632Sample sample) =>
        ((Math.Truncate(DieCounts(sample)) - (calibration.Eb / 256d)) / (calibration.Ea / 65536d)) + Standard;

    double DieCounts(Mlx90632Sample sample) => sample.AmbientFirst / Reference / Denominator(sample, calibration.Gb) * Scale;

    double ObjectCounts(Mlx90632Sample sample) =>
        ((sample.ObjectNew / 2) + (sample.ObjectOld / 2)) / 2 / Reference / Denominator(sample, calibration.Ka) * Scale;

    static double Denominator(Mlx90632Sample sample, short weight) =>
        sample.AmbientSecond + (weight / 1024d * (sample.AmbientFirst / Reference));

    static double Fourth(double celsius) => Math.Pow(celsius + Kelvin, 4);
}
