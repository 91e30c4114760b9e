namespace Checkpoint.Signals;

/// <summary>A rhythm of the buzzer, in the terms of the OSDP reader buzzer command: on, off, how often.</summary>
/// <param name="On">Length of each tone.</param>
/// <param name="Off">Silence between two tones.</param>
/// <param name="Count">Number of tones; 0 is silence.</param>
public readonly record struct TonePattern(TimeSpan On, TimeSpan Off, int Count)
{
    /// <summary>No sound.</summary>
    public static TonePattern Silent { get; }
}
