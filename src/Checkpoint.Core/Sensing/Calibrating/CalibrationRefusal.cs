namespace Checkpoint.Sensing.Calibrating;

/// <summary>Why a calibration is not taken. Stored: never renumber.</summary>
public enum CalibrationRefusal
{
    /// <summary>It is not refused; the zero value.</summary>
    None = 0,

    /// <summary>Fewer than two temperatures.</summary>
    TooFewPoints = 1,

    /// <summary>The temperatures lie too close together to tell a slope.</summary>
    PointsTooClose = 2,

    /// <summary>The black body cannot look like this with the emissivity that was stated.</summary>
    BadReference = 3,

    /// <summary>The slope is none that a sound thermometer has: mist on the lens, or the wrong temperature typed.</summary>
    SlopeImplausible = 4,

    /// <summary>The offset is none that a sound thermometer has.</summary>
    OffsetImplausible = 5,

    /// <summary>The points do not lie on a line.</summary>
    Scattered = 6,
}
