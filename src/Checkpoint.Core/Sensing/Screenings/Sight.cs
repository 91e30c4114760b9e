namespace Checkpoint.Sensing.Screenings;

/// <summary>What a device sees of a face. Stored: never renumber.</summary>
public enum Sight
{
    /// <summary>Nothing; the zero value, never produced.</summary>
    None = 0,

    /// <summary>The centre of the forehead: a spot thermometer held still.</summary>
    ForeheadCentre = 1,

    /// <summary>The warmest of the forehead: a spot that wanders, or a small array.</summary>
    ForeheadScan = 2,

    /// <summary>The warmest of the whole face: a thermograph.</summary>
    FullFace = 3,
}
