using System.Collections.Immutable;

namespace Checkpoint.Sensing;

/// <summary>The last samples of one person's face, until they hold still long enough to be a measurement.</summary>
/// <param name="Rule">What counts as a face and as steady.</param>
/// <param name="Samples">Newest last, at most <see cref="SamplingRule.Samples"/>, hundredths of a °C.</param>
/// <param name="Faults">Faults in a row.</param>
public sealed record SampleWindow(SamplingRule Rule, ImmutableArray<int> Samples, int Faults)
{
    /// <summary>Nothing seen yet.</summary>
    public static SampleWindow Empty(SamplingRule rule) => new(rule, [], 0);

    /// <summary>Adds one reading. A surface that cannot be a face breaks the run; a fault does not, but too many in a row end it.</summary>
    public SampleWindow Add(ThermometerReading reading) => reading switch
    {
        ThermometerReading.Measured m when !Rule.IsFace(m.Surface) => this with { Samples = [], Faults = 0 },
        ThermometerReading.Measured m => this with { Samples = Keep(m.Surface.Hundredths), Faults = 0 },
        ThermometerReading.Faulted => this with { Faults = Math.Min(Faults + 1, Rule.MaxFaults) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The measurement, a sensor fault, or null while neither is certain.</summary>
    public TemperatureCheck? Result()
    {
        if (Faults >= Rule.MaxFaults)
            return new TemperatureCheck.Skipped(TemperatureSkip.SensorFault);
        if (Samples.Length < Rule.Samples || Samples.Max() - Samples.Min() > Rule.MaxSpreadHundredths)
            return null;
        return new TemperatureCheck.Measured(SurfaceTemperature.FromHundredths(Samples.Order().ElementAt(Samples.Length / 2)));
    }

    ImmutableArray<int> Keep(int sample) =>
        Samples.Length < Rule.Samples ? Samples.Add(sample) : Samples.RemoveAt(0).Add(sample);
}
