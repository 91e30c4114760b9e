namespace Checkpoint.Lab.PowerCut;

/// <summary>What a gate found after a cut.</summary>
enum CutFinding
{
    /// <summary>Everything that had been shown, in its order, and it could go on.</summary>
    Whole,

    /// <summary>Entries that had been shown were not there.</summary>
    Lost,

    /// <summary>An entry was another than the one shown, or the chain did not hold.</summary>
    Changed,

    /// <summary>More was released than the hub had confirmed.</summary>
    ReleasedTooFar,

    /// <summary>The journal could not be opened, read, or written on.</summary>
    Unreadable,
}
