using System.Globalization;

namespace Checkpoint.Sensing;

/// <summary>
/// Temperature of a surface as an infrared thermometer sees it, in whole hundredths of a degree Celsius, −70.00 … +380.00 °C
/// (MLX90614 object range). It is never a body temperature: that is another quantity, estimated from this one.
/// </summary>
/// <remarks>Whole hundredths, so that a value on a policy's line is on it, whatever arithmetic made it.</remarks>
public readonly record struct SurfaceTemperature : IComparable<SurfaceTemperature>
{
    const int LowestHundredths = -70_00;
    const int HighestHundredths = 380_00;

    SurfaceTemperature(int hundredths) => Hundredths = hundredths;

    /// <summary>The value in hundredths of a degree Celsius.</summary>
    public int Hundredths { get; }

    /// <summary>Makes a temperature from hundredths of a degree Celsius, −7000 … 38000.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hundredths"/> is out of range.</exception>
    public static SurfaceTemperature FromHundredths(int hundredths) =>
        hundredths is >= LowestHundredths and <= HighestHundredths
            ? new(hundredths)
            : throw new ArgumentOutOfRangeException(nameof(hundredths), hundredths, "Expected -7000 to 38000 hundredths of a °C.");

    /// <summary>The value in degrees Celsius, for arithmetic.</summary>
    public double Celsius => Hundredths / 100.0;

    /// <summary>Makes a temperature from degrees Celsius, rounded to hundredths, half to even; null if that is no number in the range.</summary>
    public static SurfaceTemperature? TryFromCelsius(double celsius) =>
        Math.Round(celsius * 100, MidpointRounding.ToEven) is >= LowestHundredths and <= HighestHundredths and var hundredths
            ? new SurfaceTemperature((int)hundredths)
            : null;

    /// <inheritdoc/>
    public int CompareTo(SurfaceTemperature other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>Degrees Celsius with two decimals, for people.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Compares two temperatures.</summary>
    public static bool operator <(SurfaceTemperature left, SurfaceTemperature right) => left.Hundredths < right.Hundredths;

    /// <summary>Compares two temperatures.</summary>
    public static bool operator >(SurfaceTemperature left, SurfaceTemperature right) => left.Hundredths > right.Hundredths;

    /// <summary>Compares two temperatures.</summary>
    public static bool operator <=(SurfaceTemperature left, SurfaceTemperature right) => left.Hundredths <= right.Hundredths;

    /// <summary>Compares two temperatures.</summary>
    public static bool operator >=(SurfaceTemperature left, SurfaceTemperature right) => left.Hundredths >= right.Hundredths;
}
