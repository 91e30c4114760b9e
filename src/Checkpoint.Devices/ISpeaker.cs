using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices;

/// <summary>A loudspeaker that says what to do. Thread-safe; a fault of it is its own affair, never the gate's.</summary>
public interface ISpeaker
{
    /// <summary>Says a prompt, and cuts off what is being said; returns at once. One that <see cref="SpeechRule"/> holds back is not said.</summary>
    void Say(Phrase phrase);

    /// <summary>Says something that gives way to every prompt: it is cut off by the next one, and does not begin while one is being said.</summary>
    /// <param name="speech">What.</param>
    /// <param name="cancel">Cuts it off.</param>
    /// <returns>How it ended; never fails.</returns>
    Task<SpeechEnd> PlayAsync(Speech speech, CancellationToken cancel);
}
