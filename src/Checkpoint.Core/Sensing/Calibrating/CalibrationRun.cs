using System.Collections.Immutable;

namespace Checkpoint.Sensing.Calibrating;

/// <summary>What was done at a calibration. All of it is stored with the result.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Operator">Who, by the number of their badge.</param>
/// <param name="Reference">The black body: its serial number and that of its certificate.</param>
/// <param name="ReferenceEmissivity">Its emissivity, 0.90 … 1.00.</param>
/// <param name="Air">The air around it.</param>
/// <param name="Serial">The thermometer's own number.</param>
/// <param name="Points">At least two temperatures.</param>
public sealed record CalibrationRun(
    DateTimeOffset At,
    string Operator,
    string Reference,
    double ReferenceEmissivity,
    AmbientTemperature Air,
    string Serial,
    ImmutableArray<CalibrationPoint> Points);
