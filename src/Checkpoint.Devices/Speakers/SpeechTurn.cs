using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>One speech on its way through a loudspeaker. Thread-safe: who cuts it off does not do the work of it.</summary>
/// <param name="speech">What is said.</param>
sealed class SpeechTurn(Speech speech)
{
    readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<SpeechEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is said.</summary>
    public Speech Speech => speech;

    /// <summary>Completes when it is to be cut off.</summary>
    public Task CutOff => cut.Task;

    /// <summary>How it ended, then.</summary>
    public Task<SpeechEnd> Ended => end.Task;

    /// <summary>Something that goes before it is to be said.</summary>
    public void Cut() => cut.TrySetResult();

    /// <summary>It has ended.</summary>
    public void End(SpeechEnd how) => end.TrySetResult(how);
}
