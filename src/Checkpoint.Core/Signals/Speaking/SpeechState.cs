namespace Checkpoint.Signals.Speaking;

/// <summary>What a loudspeaker says and said.</summary>
/// <param name="Last">The prompt that was begun last.</param>
/// <param name="LastAt">When, on a clock that only goes forward.</param>
/// <param name="IsPrompting">Whether a prompt is being said.</param>
public readonly record struct SpeechState(Phrase Last, TimeSpan LastAt, bool IsPrompting);
