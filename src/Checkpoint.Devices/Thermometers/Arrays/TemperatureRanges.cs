namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>How an MLX90640's sensitivity changes with the temperature that it sees, in four ranges (datasheet 3901090640, "Extended temperature range").</summary>
sealed class TemperatureRanges
{
    const double Kelvin = 273.15;
    const double Coldest = -40;
    const int Usual = 1; // the range that starts at 0 °C, in which it was calibrated

    readonly double[] slope;
    readonly double[] start;
    readonly double[] correction;

    /// <summary>Reads the constants.</summary>
    public TemperatureRanges(EepromWords eeprom)
    {
        var scale = Math.Pow(2, eeprom.Bits(63, 0, 4) + 8);
        var step = eeprom.Bits(63, 12, 2) * 10;
        var third = eeprom.Bits(63, 4, 4) * step;
        slope = [.. ((int[])[61, 61, 62, 62]).Select((word, range) => eeprom.Signed(word, range % 2 * 8, 8) / scale)];
        start = [Coldest, 0, third, third + (eeprom.Bits(63, 8, 4) * step)];
        var above = 1 + (slope[Usual] * start[2]);
        correction = [1 / (1 - (slope[0] * Coldest)), 1, above, above * (1 + (slope[2] * (start[3] - start[2])))];
    }

    /// <summary>The temperature in °C that makes a signal; not a number if none does.</summary>
    /// <param name="signal">The pixel's signal.</param>
    /// <param name="sensitivity">The pixel's sensitivity, for the die as warm as it is.</param>
    /// <param name="background">What the pixel sees anyway, fourth power of kelvin.</param>
    public double Solve(double signal, double sensitivity, double background)
    {
        var bend = slope[Usual] * Root(Math.Pow(sensitivity, 3) * (signal + (sensitivity * background)));
        var first = Root((signal / ((sensitivity * (1 - (slope[Usual] * Kelvin))) + bend)) + background) - Kelvin;
        var range = Math.Max(0, Array.FindLastIndex(start, from => first >= from));
        return Root((signal / (sensitivity * correction[range] * (1 + (slope[range] * (first - start[range]))))) + background) - Kelvin;
    }

    static double Root(double power) => Math.Sqrt(Math.Sqrt(power));
}
