using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Sensing;

/// <summary>The second of the three steps (测温), done or skipped for a recorded reason.</summary>
public abstract record TemperatureCheck
{
    TemperatureCheck() { }

    /// <summary>A steady surface temperature was read.</summary>
    /// <param name="Surface">Of the steady samples, calibrated.</param>
    public sealed record Measured(SurfaceTemperature Surface) : TemperatureCheck
    {
        /// <summary>How it was judged against what is ordinary here; null if it was only compared with the policy's fixed line.</summary>
        public FaceJudgement? Judgement { get; init; }
    }

    /// <summary>There is none, and this is why.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Skipped(TemperatureSkip Why) : TemperatureCheck;
}
