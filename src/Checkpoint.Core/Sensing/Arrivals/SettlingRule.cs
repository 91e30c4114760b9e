namespace Checkpoint.Sensing.Arrivals;

/// <summary>
/// When skin has come to rest. Skin nears its rest as T − (T − T₀)·e^(−t/τ) with τ of 95 to 160 s (Dzien 2020, Beall 2021). A single
/// reading cannot tell a healthy face from a fever that is still cold, so from outdoors nobody passes on one.
/// </summary>
public sealed record SettlingRule
{
    /// <summary>Most that skin may still be from its rest, hundredths of a °C. Default 50.</summary>
    public double MostError { get; init; } = 50;

    /// <summary>The slowest skin. Default 160 s.</summary>
    public TimeSpan SlowestSkin { get; init; } = TimeSpan.FromSeconds(160);

    /// <summary>From one measurement to the next. Default 150 s: two repeats are 5 minutes.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Measurements after the first. Default 2.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>One standard deviation of a measurement, hundredths of a °C. Default 3, a median of eight samples.</summary>
    public double Noise { get; init; } = 3;

    /// <summary>How sure the rest must be, in standard deviations. Default 4.5.</summary>
    public double Sureness { get; init; } = 4.5;

    /// <summary>Outdoors at and below this, people come in from the cold. Default 16.00 °C.</summary>
    public AmbientTemperature ColdOutdoors { get; init; } = AmbientTemperature.FromHundredths(16_00);

    /// <summary>Whether people come in from the cold.</summary>
    /// <param name="outdoors">The air outdoors, or null if it is not known: then nobody can be sure that they do not.</param>
    public bool ComeFromCold(AmbientTemperature? outdoors) => outdoors is not { } air || air.Hundredths <= ColdOutdoors.Hundredths;
}
