using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Connected;

/// <summary>No loudspeaker: light, buzzer and screen say it all.</summary>
sealed class NoSpeaker : ISpeaker
{
    /// <inheritdoc/>
    public void Say(Phrase phrase)
    {
        // There is nobody to hear it.
    }

    /// <inheritdoc/>
    public Task<SpeechEnd> PlayAsync(Speech speech, CancellationToken cancel) => Task.FromResult(SpeechEnd.Silent);
}
