namespace Checkpoint.Passes;

/// <summary>The colour of a health code (健康码), as the volunteer saw it on the phone: no box can read it. Stored: never renumber or rename.</summary>
public enum HealthColour
{
    /// <summary>No health code was shown, or nobody has been asked to the end.</summary>
    None = 0,

    /// <summary>Green (绿码).</summary>
    Green = 1,

    /// <summary>Yellow (黄码).</summary>
    Yellow = 2,

    /// <summary>Red (红码).</summary>
    Red = 3,

    /// <summary>The volunteer was asked and did not say in time.</summary>
    NotConfirmed = 4,
}
