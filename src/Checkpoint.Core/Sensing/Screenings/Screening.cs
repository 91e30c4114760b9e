namespace Checkpoint.Sensing.Screenings;

/// <summary>What one measurement of one person comes to.</summary>
public abstract record Screening
{
    Screening() { }

    /// <summary>Nothing to be seen.</summary>
    /// <param name="Seen">What was measured.</param>
    /// <param name="Estimate">The body behind it, to be shown.</param>
    /// <param name="InGuardBand">Whether it lies within the guard band after the last recheck: let through, marked, and never learned from.</param>
    public sealed record Pass(SeenSurface Seen, BodyEstimate Estimate, bool InGuardBand) : Screening;

    /// <summary>Measure again.</summary>
    /// <param name="Seen">What was measured.</param>
    /// <param name="Estimate">The body behind it, to be shown.</param>
    public sealed record Recheck(SeenSurface Seen, BodyEstimate Estimate) : Screening;

    /// <summary>A clinical thermometer decides.</summary>
    /// <param name="Seen">What was measured.</param>
    /// <param name="Estimate">The body behind it, to be shown.</param>
    public sealed record Refer(SeenSurface Seen, BodyEstimate Estimate) : Screening;

    /// <summary>The measurement says nothing; never a pass.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Invalid(InvalidReason Why) : Screening;
}
