namespace Checkpoint.Sensing.Screenings;

/// <summary>
/// Estimates the oral temperature from how far a surface is over the ordinary: body = A + B·d + C·d², d in °C. Least squares make it
/// flat near the normal, which is why nothing is decided on it.
/// </summary>
/// <param name="A">Body of whom the surface is ordinary, °C.</param>
/// <param name="B">Slope there, over 0.</param>
/// <param name="C">Curvature, °C per °C², from 0.</param>
/// <param name="Below">From the estimate down to the lower end of the 95 % interval, °C, from 0.</param>
/// <param name="Above">Up to its upper end, °C, from 0.</param>
public sealed record BodyModel(double A, double B, double C, double Below, double Above)
{
    /// <summary>The estimate and its interval.</summary>
    /// <param name="deviation">How far the surface is over the ordinary, °C.</param>
    public BodyEstimate Estimate(double deviation)
    {
        var body = At(deviation);
        return new(BodyTemperature.Nearest(body), BodyTemperature.Nearest(body - Below), BodyTemperature.Nearest(body + Above));
    }

    /// <summary>The estimate in °C.</summary>
    /// <param name="deviation">How far the surface is over the ordinary, °C.</param>
    public double At(double deviation)
    {
        // The parabola turns up again below its vertex: a colder forehead must not mean a warmer body.
        var d = C > 0 ? Math.Max(deviation, -B / (2 * C)) : deviation;
        return A + (B * d) + (C * d * d);
    }
}
