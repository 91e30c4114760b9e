using Checkpoint.Policies;

namespace Checkpoint.Sensing.Screenings;

/// <summary>When a surface is let through, looked at twice or referred.</summary>
public sealed record ScreeningRule
{
    /// <summary>Whether a surface on a line is over it. Default yes.</summary>
    public LineComparison Comparison { get; init; }

    /// <summary>What is in doubt about a reading.</summary>
    public Uncertainty Uncertainty { get; init; } = new();

    /// <summary>Half width of the guard band in uncertainties. Default 1; 0 … 3.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>Score at and below which skin is too cold to say anything, in scales. Default −3.</summary>
    public double ColdScore { get; init; } = -3;

    /// <summary>Surface at and over which it is no fever but the sun. Default 41.00 °C.</summary>
    public SurfaceTemperature HotFrom { get; init; } = SurfaceTemperature.FromHundredths(41_00);

    /// <summary>Least air. Default 16.00 °C (Guangdong group standard 2022).</summary>
    public AmbientTemperature AirFrom { get; init; } = AmbientTemperature.FromHundredths(16_00);

    /// <summary>Greatest air. Default 32.00 °C.</summary>
    public AmbientTemperature AirTo { get; init; } = AmbientTemperature.FromHundredths(32_00);

    /// <summary>Half width of the guard band, hundredths of a °C.</summary>
    public int Guard => (int)Math.Round(Coverage * Uncertainty.Combined, MidpointRounding.ToEven);

    /// <summary>Whether a surface is over a line, both in whole hundredths of a °C.</summary>
    public bool IsOver(int surface, int line) => Comparison == LineComparison.Strict ? surface > line : surface >= line;

    /// <summary>Whether the thermometer is meant for this air.</summary>
    public bool Allows(AmbientTemperature air) =>
        air.Hundredths >= AirFrom.Hundredths && air.Hundredths <= AirTo.Hundredths;
}
