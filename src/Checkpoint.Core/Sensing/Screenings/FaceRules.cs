using Checkpoint.Policies;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Sensing.Screenings;

/// <summary>How a gate's thermometer turns reads of a face into something that can be decided on. It belongs to the box and not to the policy.</summary>
public sealed record FaceRules
{
    /// <summary>What the thermometer sees of a face; none compares with the policy's fixed line alone. Default none.</summary>
    public Sight Sight { get; init; }

    /// <summary>Takes out what skin reflects. Used when a face is judged against what is ordinary.</summary>
    public EmissivityCorrection Skin { get; init; } = new();

    /// <summary>When somebody's skin has come to rest.</summary>
    public SettlingRule Settling { get; init; } = new();

    /// <summary>The air that the thermometer is meant for, the doubt in it, and the guard band.</summary>
    public ScreeningRule Screening { get; init; } = new();

    /// <summary>What judges a face; null where the fixed line alone counts.</summary>
    public Screener? ScreenerBy(LineComparison comparison) =>
        Sight == Sight.None ? null : new(ScreeningModel.For(Sight), Screening with { Comparison = comparison });

    /// <summary>Longest time from one sample to the next before a run starts over. Default 210 ms.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromMilliseconds(210);
}
