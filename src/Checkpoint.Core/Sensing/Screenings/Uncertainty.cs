namespace Checkpoint.Sensing.Screenings;

/// <summary>What is in doubt about one reading of this thermometer, each one standard deviation in hundredths of a °C (GUM: added as squares).</summary>
/// <param name="Calibration">Of the reference and the residuals. Default 10.</param>
/// <param name="Resolution">Of one step: 2 hundredths over √12. Default 0.6.</param>
/// <param name="Repeatability">From one reading to the next. Default 5.</param>
public sealed record Uncertainty(double Calibration = 10, double Resolution = 0.6, double Repeatability = 5)
{
    /// <summary>All of it, one standard deviation in hundredths of a °C.</summary>
    public double Combined =>
        Math.Sqrt((Calibration * Calibration) + (Resolution * Resolution) + (Repeatability * Repeatability));
}
