namespace Checkpoint.Devices.Speakers;

/// <summary>How a loudspeaker is reached.</summary>
public enum SpeakerKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A sound card of the kernel's (ALSA), through <c>aplay</c>. A simulated gate has a simulated one.</summary>
    Alsa,
}
