namespace Checkpoint.Signals;

/// <summary>Colour of the gate's light. No meaning hangs on it alone: each signal has its own rhythm too.</summary>
public enum LightColour
{
    /// <summary>Dark.</summary>
    Off,

    /// <summary>Neutral: the gate is asking, not judging.</summary>
    White,

    /// <summary>May pass.</summary>
    Green,

    /// <summary>Once more.</summary>
    Amber,

    /// <summary>Stop.</summary>
    Red,
}
