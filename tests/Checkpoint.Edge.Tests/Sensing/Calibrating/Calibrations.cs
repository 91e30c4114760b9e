using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>Calibrations for tests.</summary>
static class Calibrations
{
    /// <summary>One that adds two tenths.</summary>
    /// <param name="serial">Of this thermometer.</param>
    /// <param name="at">Made then.</param>
    public static Calibration Of(string serial, DateTimeOffset? at = null)
    {
        var run = new CalibrationRun(
            at ?? Some.Moment, "7", "BB-42", 1, AmbientTemperature.FromHundredths(24_00), serial,
            [new(Some.Surface(35_00), Some.Surface(34_80)), new(Some.Surface(39_00), Some.Surface(38_80))]);
        return ((CalibrationOutcome.Taken)new CalibrationRule().Judge(run)).Calibration;
    }
}
