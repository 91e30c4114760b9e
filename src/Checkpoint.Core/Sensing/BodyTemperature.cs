using System.Globalization;

namespace Checkpoint.Sensing;

/// <summary>
/// Temperature inside a body, in whole hundredths of a degree Celsius, 25.00 … 45.00 °C: read by a clinical thermometer, or estimated
/// from a surface. Never a surface itself.
/// </summary>
public readonly record struct BodyTemperature
{
    const int LowestHundredths = 25_00;
    const int HighestHundredths = 45_00;

    BodyTemperature(int hundredths) => Hundredths = hundredths;

    /// <summary>The value in hundredths of a degree Celsius.</summary>
    public int Hundredths { get; }

    /// <summary>The value in degrees Celsius, for arithmetic.</summary>
    public double Celsius => Hundredths / 100.0;

    /// <summary>Makes a temperature from hundredths of a degree Celsius, 2500 … 4500.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hundredths"/> is out of range.</exception>
    public static BodyTemperature FromHundredths(int hundredths) =>
        hundredths is >= LowestHundredths and <= HighestHundredths
            ? new(hundredths)
            : throw new ArgumentOutOfRangeException(nameof(hundredths), hundredths, "Expected 2500 to 4500 hundredths of a °C.");

    /// <summary>The nearest temperature there can be: an estimate that runs off the range stops at its end.</summary>
    /// <param name="celsius">Any number of degrees Celsius that is one.</param>
    public static BodyTemperature Nearest(double celsius) =>
        new((int)Math.Round(Math.Clamp(celsius * 100, LowestHundredths, HighestHundredths), MidpointRounding.ToEven));

    /// <summary>Degrees Celsius with two decimals, for people.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
