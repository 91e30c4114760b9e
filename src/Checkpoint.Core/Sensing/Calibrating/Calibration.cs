using System.Collections.Immutable;

namespace Checkpoint.Sensing.Calibrating;

/// <summary>A straight line from what a thermometer says to what is there.</summary>
/// <param name="Run">How it was found.</param>
/// <param name="Slope">°C per °C.</param>
/// <param name="Offset">What is added at <see cref="Pivot"/>, °C. Not at 0 °C, where a good slope alone would look like an error of a degree.</param>
/// <param name="Residuals">What the line leaves at each point, reference less line, hundredths of a °C.</param>
public sealed record Calibration(CalibrationRun Run, double Slope, double Offset, ImmutableArray<double> Residuals)
{
    /// <summary>The temperature that the offset is meant at, °C.</summary>
    public const double Pivot = 37;

    /// <summary>The surface that is there, or null if the line leaves the range there can be.</summary>
    /// <param name="seen">What the thermometer says.</param>
    public SurfaceTemperature? Apply(SurfaceTemperature seen) =>
        SurfaceTemperature.TryFromCelsius(Pivot + Offset + (Slope * (seen.Celsius - Pivot)));

    /// <summary>When it has to be done again.</summary>
    public DateTimeOffset DueAt(CalibrationRule rule) => Run.At + rule.Valid;
}
