namespace Checkpoint.Sensing.Correcting;

/// <summary>Whether the thermometer looks at enough forehead and nothing else.</summary>
public enum Aim
{
    /// <summary>Nothing known; the zero value: no distance was measured.</summary>
    None = 0,

    /// <summary>The spot is small enough and full of forehead.</summary>
    Good = 1,

    /// <summary>Nearer than the thermometer may be: it would be warmed.</summary>
    TooClose = 2,

    /// <summary>The spot is wider than a forehead is even.</summary>
    TooFar = 3,

    /// <summary>Less of the spot is forehead than must be.</summary>
    OffTarget = 4,
}
