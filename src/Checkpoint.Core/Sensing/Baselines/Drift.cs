namespace Checkpoint.Sensing.Baselines;

/// <summary>What a level that moved says. Stored and published: never renumber.</summary>
public enum Drift
{
    /// <summary>Too few people yet to say; the zero value.</summary>
    Unknown = 0,

    /// <summary>Where it should be.</summary>
    None = 1,

    /// <summary>It moved since the calibration, and there is no sister to ask: calibrate.</summary>
    Moved = 2,

    /// <summary>It moved, and its sisters with it: the season or the people, not the instrument.</summary>
    PeopleMoved = 3,

    /// <summary>It stands apart from its sisters: the instrument.</summary>
    ApartFromSisters = 4,
}
