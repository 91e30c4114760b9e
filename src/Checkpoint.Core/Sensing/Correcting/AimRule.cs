namespace Checkpoint.Sensing.Correcting;

/// <summary>
/// From where a reading counts. A spot that is 95 % forehead reads 0.7 °C low before a wall of 20 °C, so distance is measured and not
/// hoped for.
/// </summary>
public sealed record AimRule
{
    readonly double fieldOfView = 35;

    /// <summary>Full angle of the thermometer's view in degrees. Default 35 (MLX90614xxC); 1 … 120.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double FieldOfView
    {
        get => fieldOfView;
        init => fieldOfView = value is >= 1 and <= 120
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a field of view of 1 to 120 degrees.");
    }

    /// <summary>Widest spot in millimetres. Default 40.</summary>
    public double WidestSpot { get; init; } = 40;

    /// <summary>Width of the even part of a forehead, taken as a disc, in millimetres. Default 50.</summary>
    public double Target { get; init; } = 50;

    /// <summary>Least share of the spot that is forehead. Default 0.95; 0 … 1.</summary>
    public double LeastFill { get; init; } = 0.95;

    /// <summary>Least distance in millimetres. Default 20.</summary>
    public double Nearest { get; init; } = 20;

    /// <summary>Greatest distance in millimetres at which the spot is small enough.</summary>
    public double Farthest => WidestSpot / SpotAt(1);

    /// <summary>Width of the spot at a distance, both in millimetres.</summary>
    public double SpotAt(double distance) => 2 * distance * Math.Tan(FieldOfView / 2 * Math.PI / 180);

    /// <summary>Judges where the forehead is.</summary>
    /// <param name="distance">In millimetres; null if it was not measured.</param>
    /// <param name="offset">How far the middle of the spot is beside the middle of the forehead, in millimetres, from 0.</param>
    public Aim Judge(double? distance, double offset) => distance switch
    {
        null => Aim.None,
        { } d when double.IsNaN(d) || d < Nearest => Aim.TooClose,
        { } d when d > Farthest => Aim.TooFar,
        { } d when Fill(SpotAt(d), offset) < LeastFill => Aim.OffTarget,
        _ => Aim.Good,
    };

    /// <summary>The share of a spot that lies on the forehead: two discs over each other.</summary>
    /// <param name="spot">Width of the spot in millimetres, over 0.</param>
    /// <param name="offset">Distance of the middles in millimetres, from 0.</param>
    public double Fill(double spot, double offset)
    {
        var (r, t) = (spot / 2, Target / 2);
        if (offset >= r + t)
            return 0;
        if (offset <= Math.Abs(r - t))
            return Math.Min(1, t * t / (r * r));
        var ofSpot = ((offset * offset) + (r * r) - (t * t)) / (2 * offset * r);
        var ofTarget = ((offset * offset) + (t * t) - (r * r)) / (2 * offset * t);
        var overlap = Segment(r, ofSpot) + Segment(t, ofTarget);
        return overlap / (Math.PI * r * r);
    }

    // The part of a disc beyond a chord whose half angle has this cosine.
    static double Segment(double radius, double cosine) =>
        radius * radius * (Math.Acos(cosine) - (cosine * Math.Sqrt(1 - (cosine * cosine))));
}
