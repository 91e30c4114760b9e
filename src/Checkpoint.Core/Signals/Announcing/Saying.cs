using Checkpoint.Signals.Speaking;

namespace Checkpoint.Signals.Announcing;

/// <summary>An announcement in one voice.</summary>
/// <param name="Voice">The voice.</param>
public abstract record Saying(VoiceTag Voice)
{
    /// <summary>Read out by a machine.</summary>
    /// <param name="Voice">The voice.</param>
    /// <param name="Text">What it says, 1 to <see cref="Announcement.MaxText"/> characters.</param>
    public sealed record Written(VoiceTag Voice, string Text) : Saying(Voice);

    /// <summary>Recorded by a person.</summary>
    /// <param name="Voice">The voice.</param>
    /// <param name="File">Path of a WAV file.</param>
    public sealed record Recorded(VoiceTag Voice, string File) : Saying(Voice);
}
