using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Sensing.Calibrating;

/// <summary>How a line is laid through the points of a black body, and which lines are refused.</summary>
public sealed record CalibrationRule
{
    /// <summary>Least difference of the lowest and the highest reference, hundredths of a °C. Default 200.</summary>
    public int LeastSpan { get; init; } = 200;

    /// <summary>Farthest slope from 1. Default 0.03.</summary>
    public double MostSlope { get; init; } = 0.03;

    /// <summary>Farthest offset from 0, °C. Default 1.</summary>
    public double MostOffset { get; init; } = 1;

    /// <summary>Greatest residual, hundredths of a °C; two points have none. Default 10.</summary>
    public double MostResidual { get; init; } = 10;

    /// <summary>How long a calibration holds. Default 14 days (Foster 2021: at most 0.1 °C in 14 days); 1 … 60 days.</summary>
    public TimeSpan Valid { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Farthest that the daily check may be off, hundredths of a °C. Default 20.</summary>
    public int MostDaily { get; init; } = 20;

    /// <summary>Lays the line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The run's emissivity is out of range.</exception>
    public CalibrationOutcome Judge(CalibrationRun run)
    {
        if (run.Points.Length < 2)
            return new CalibrationOutcome.Refused(CalibrationRefusal.TooFewPoints, Found: null);
        if (run.Points.Max(point => point.Reference.Hundredths) - run.Points.Min(point => point.Reference.Hundredths) < LeastSpan)
            return new CalibrationOutcome.Refused(CalibrationRefusal.PointsTooClose, Found: null);
        if (Lay(run) is not { } line)
            return new CalibrationOutcome.Refused(CalibrationRefusal.BadReference, Found: null);
        return RefusalOf(line) is var why and not CalibrationRefusal.None
            ? new CalibrationOutcome.Refused(why, line)
            : new CalibrationOutcome.Taken(line);
    }

    /// <summary>Whether a calibration must be done again.</summary>
    /// <param name="calibration">The one in force, or null if there never was one.</param>
    /// <param name="now">Now, by a clock that is trusted.</param>
    public bool IsOverdue(Calibration? calibration, DateTimeOffset now) => calibration is null || now >= calibration.DueAt(this);

    /// <summary>Whether the daily check is passed: the black body once, at one temperature.</summary>
    /// <param name="reference">The black body's surface.</param>
    /// <param name="measured">The thermometer's, calibrated and corrected.</param>
    public bool IsDailyGood(SurfaceTemperature reference, SurfaceTemperature measured) =>
        Math.Abs(measured.Hundredths - reference.Hundredths) <= MostDaily;

    CalibrationRefusal RefusalOf(Calibration line) => line switch
    {
        _ when !(Math.Abs(line.Slope - 1) <= MostSlope) => CalibrationRefusal.SlopeImplausible, // NaN is refused too
        _ when !(Math.Abs(line.Offset) <= MostOffset) => CalibrationRefusal.OffsetImplausible,
        _ when line.Residuals.Any(residual => Math.Abs(residual) > MostResidual) => CalibrationRefusal.Scattered,
        _ => CalibrationRefusal.None,
    };

    // Least squares through what was seen, after the black body's own reflection is taken out.
    static Calibration? Lay(CalibrationRun run)
    {
        var blackBody = new EmissivityCorrection { Emissivity = run.ReferenceEmissivity };
        var seen = run.Points.Select(point => blackBody.Apply(point.Seen, run.Air)).ToArray();
        if (seen.Any(surface => surface is null))
            return null;

        var x = seen.Select(surface => surface!.Value.Celsius - Calibration.Pivot).ToArray();
        var y = run.Points.Select(point => point.Reference.Celsius - Calibration.Pivot).ToArray();
        var (middle, mean) = (x.Average(), y.Average());
        var slope = x.Zip(y, (a, b) => (a - middle) * (b - mean)).Sum() / x.Sum(a => (a - middle) * (a - middle));
        var offset = mean - (slope * middle);
        return new(run, slope, offset, [.. x.Zip(y, (a, b) => (b - offset - (slope * a)) * 100)]);
    }
}
