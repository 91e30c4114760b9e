using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Policies;

/// <summary>Everything a decision may depend on. Same facts, same policy, same decision. What is not known is null, and stays unknown.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Code">The first step's result.</param>
/// <param name="Temperature">The second step's result.</param>
/// <param name="Attempt">Which measurement of this person it is, from 1.</param>
public sealed record Facts(Direction Direction, CodeCheck Code, TemperatureCheck Temperature, int Attempt)
{
    /// <summary>Wall clock with the checkpoint's offset from UTC; null if the clock is not to be trusted.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>What was counted of the pass; null without a pass, or if nothing could be counted.</summary>
    public VisitFacts? Visit { get; init; }

    /// <summary>Whether the pass was issued to an emergency service and its signature is proven.</summary>
    public bool IsEmergency => IsProven && Code.Claims?.Class == PassClass.Emergency;

    /// <summary>Whether what the pass says is proven; its dates may still be out of reach of this box's clock.</summary>
    public bool IsProven => Code.Outcome is CodeOutcome.Valid or CodeOutcome.ClockNotTrusted;
}
