namespace Checkpoint.Sensing.Sampling;

/// <summary>When the thermometer itself is warm enough to be believed (ISO/TR 13154 asks for 30 minutes).</summary>
public sealed record WarmUpRule
{
    /// <summary>Time switched on after which a steady thermometer may be used, its readings marked. Default 5 min.</summary>
    public TimeSpan Provisional { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time switched on after which a steady thermometer is ready. Default 30 min.</summary>
    public TimeSpan Full { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Fastest change of the die, hundredths of a °C a minute. Default 5.</summary>
    public double SteepestSlope { get; init; } = 5;

    /// <summary>Time that the change is taken over. Default 2 min.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Least time between readings of the die that are kept. Default 10 s; the window holds at most <see cref="MostReadings"/>.</summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Readings of the die that are kept.</summary>
    public const int MostReadings = 32;
}
