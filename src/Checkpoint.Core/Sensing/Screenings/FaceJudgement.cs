namespace Checkpoint.Sensing.Screenings;

/// <summary>How a surface was judged against what is ordinary at its gate.</summary>
/// <param name="Outcome">Pass, recheck or refer; never invalid, which is no measurement.</param>
/// <param name="Line">The line that it was held against, whole hundredths of a °C: of the guard band's lower edge as long as there is a recheck left.</param>
public sealed record FaceJudgement(Screening Outcome, int Line)
{
    /// <summary>Whether it was over that line.</summary>
    public bool IsOver => Outcome is Screening.Recheck or Screening.Refer;

    /// <summary>What was seen.</summary>
    /// <exception cref="InvalidOperationException">The outcome is <see cref="Screening.Invalid"/>.</exception>
    public SeenSurface Seen => Outcome switch
    {
        Screening.Pass pass => pass.Seen,
        Screening.Recheck recheck => recheck.Seen,
        Screening.Refer refer => refer.Seen,
        _ => throw new InvalidOperationException("What is invalid has seen nothing."),
    };

    /// <summary>The body behind it, to be shown.</summary>
    /// <exception cref="InvalidOperationException">The outcome is <see cref="Screening.Invalid"/>.</exception>
    public BodyEstimate Estimate => Outcome switch
    {
        Screening.Pass pass => pass.Estimate,
        Screening.Recheck recheck => recheck.Estimate,
        Screening.Refer refer => refer.Estimate,
        _ => throw new InvalidOperationException("What is invalid has no estimate."),
    };
}
