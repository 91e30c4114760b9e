namespace Checkpoint.Sensing.Sampling;

/// <summary>How the spot lies on the face while samples are taken.</summary>
public enum SpotKind
{
    /// <summary>It rests: errors go both ways, so the median is taken.</summary>
    Still = 0,

    /// <summary>It wanders over the forehead and mostly reads low, so an upper quantile is taken.</summary>
    Scanning = 1,
}
