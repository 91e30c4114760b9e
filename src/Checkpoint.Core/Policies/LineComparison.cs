namespace Checkpoint.Policies;

/// <summary>Whether a temperature on the line itself counts as over it; notices differ ("37.3 含" against "超过 37.3").</summary>
public enum LineComparison
{
    /// <summary>On the line counts as over it (≥).</summary>
    Inclusive = 0,

    /// <summary>Only over the line counts (>).</summary>
    Strict = 1,
}
