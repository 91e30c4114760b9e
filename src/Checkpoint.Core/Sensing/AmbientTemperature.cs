using System.Globalization;

namespace Checkpoint.Sensing;

/// <summary>Temperature of the air around the gate, in whole hundredths of a degree Celsius, −55.00 … +150.00 °C (TMP117 range).</summary>
public readonly record struct AmbientTemperature
{
    const int LowestHundredths = -55_00;
    const int HighestHundredths = 150_00;

    AmbientTemperature(int hundredths) => Hundredths = hundredths;

    /// <summary>The value in hundredths of a degree Celsius.</summary>
    public int Hundredths { get; }

    /// <summary>The value in degrees Celsius, for arithmetic.</summary>
    public double Celsius => Hundredths / 100.0;

    /// <summary>Makes a temperature from hundredths of a degree Celsius, −5500 … 15000.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hundredths"/> is out of range.</exception>
    public static AmbientTemperature FromHundredths(int hundredths) =>
        hundredths is >= LowestHundredths and <= HighestHundredths
            ? new(hundredths)
            : throw new ArgumentOutOfRangeException(nameof(hundredths), hundredths, "Expected -5500 to 15000 hundredths of a °C.");

    /// <summary>Degrees Celsius with two decimals, for people.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
