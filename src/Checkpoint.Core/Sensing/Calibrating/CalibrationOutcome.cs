namespace Checkpoint.Sensing.Calibrating;

/// <summary>What a calibration came to.</summary>
public abstract record CalibrationOutcome
{
    CalibrationOutcome() { }

    /// <summary>It may be used.</summary>
    /// <param name="Calibration">The line.</param>
    public sealed record Taken(Calibration Calibration) : CalibrationOutcome;

    /// <summary>It may not; the one before stays in force.</summary>
    /// <param name="Why">Why not.</param>
    /// <param name="Found">The line that was found, if there was one.</param>
    public sealed record Refused(CalibrationRefusal Why, Calibration? Found) : CalibrationOutcome;
}
