namespace Checkpoint.Signals.Speaking;

/// <summary>How a speech ended.</summary>
public enum SpeechEnd
{
    /// <summary>It was heard to its end.</summary>
    Whole,

    /// <summary>Something that goes before it cut it off, or did not let it begin.</summary>
    Cut,

    /// <summary>It was not heard: the loudspeaker is out of order, or no voice can say it.</summary>
    Silent,
}
