namespace Checkpoint.Lab.Bench.Faults;

/// <summary>A gate's times under one condition, once.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Times">What was timed.</param>
/// <param name="IsProven">Whether the condition was there.</param>
/// <param name="Evidence">How that is known.</param>
sealed record ConditionRound(Condition Condition, IReadOnlyList<GateTiming> Times, bool IsProven, string Evidence)
{
    /// <summary>Share of the time that the gate stood still for its garbage collector, 0 … 1; 0 if it was not timed twice.</summary>
    public double PausedShare => Times is [var first, .., var last] && last.At > first.At ? (last.Paused - first.Paused) / (last.At - first.At) : 0;

    /// <summary>Times of one step.</summary>
    public IEnumerable<TimeSpan> Of(GateStep step) => Times.Where(timing => timing.Step == step).Select(timing => timing.Took);
}
