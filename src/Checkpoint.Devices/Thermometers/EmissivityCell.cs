using System.Globalization;

namespace Checkpoint.Devices.Thermometers;

/// <summary>What the MLX90614 keeps as its emissivity: 65535 counts are 1 (datasheet 3901090614, "EEPROM").</summary>
public readonly record struct EmissivityCell
{
    /// <summary>The least emissivity that the sensor takes.</summary>
    public const double Lowest = 0.1;

    EmissivityCell(ushort counts) => Counts = counts;

    /// <summary>The word in the cell.</summary>
    public ushort Counts { get; }

    /// <summary>The emissivity, 0 … 1.</summary>
    public double Ratio => Counts / (double)ushort.MaxValue;

    /// <summary>The cell as it was read.</summary>
    public static EmissivityCell FromCounts(ushort counts) => new(counts);

    /// <summary>The cell nearest to an emissivity, 0.1 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ratio"/> is out of range.</exception>
    public static EmissivityCell FromRatio(double ratio) => ratio is >= Lowest and <= 1
        ? new((ushort)Math.Round(ratio * ushort.MaxValue))
        : throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "Expected 0.1 to 1.");

    /// <summary>The emissivity with four decimals, for people.</summary>
    public override string ToString() => Ratio.ToString("0.0000", CultureInfo.InvariantCulture);
}
