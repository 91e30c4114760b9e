namespace Checkpoint.Sensing.Baselines;

/// <summary>How much level and slope are still in doubt, together.</summary>
/// <param name="Level">Variance of the level, °C².</param>
/// <param name="Both">Covariance of level and slope.</param>
/// <param name="Slope">Variance of the slope.</param>
public readonly record struct Covariance(double Level, double Both, double Slope)
{
    /// <summary>Whether two quantities can be in doubt like this.</summary>
    internal bool IsOne => Level >= 0 && Slope >= 0 && Both * Both <= Level * Slope && double.IsFinite(Level + Slope);

    /// <summary>The same after one more person's worth of drift.</summary>
    internal Covariance Drifted(double level, double slope) => new(Level + level, Both, Slope + slope);

    /// <summary>How a surprise is shared out (the Kalman gain), and the doubt that is left.</summary>
    /// <param name="air">The air over its reference, °C.</param>
    /// <param name="noise">Variance between people, °C².</param>
    internal (double ToLevel, double ToSlope, Covariance Left) Learn(double air, double noise)
    {
        var (level, slope) = (Level + (air * Both), Both + (air * Slope));
        var surprise = level + (air * slope) + noise;
        var (toLevel, toSlope) = (level / surprise, slope / surprise);
        return (toLevel, toSlope, new(Level - (toLevel * level), Both - (toLevel * slope), Slope - (toSlope * slope)));
    }
}
