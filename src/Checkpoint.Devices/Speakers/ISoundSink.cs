namespace Checkpoint.Devices.Speakers;

/// <summary>Where sound is heard. One sound at a time.</summary>
interface ISoundSink
{
    /// <summary>Plays a sound to its end.</summary>
    /// <exception cref="IOException">It cannot be heard; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: it is silent when this is thrown.</exception>
    Task PlayAsync(SoundClip clip, CancellationToken cancel);
}
