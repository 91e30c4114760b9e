using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Edge.Configuration;

/// <summary>One item of <c>Announcements:Items:N:Says</c>: an announcement in one voice.</summary>
sealed class SayingOptions
{
    /// <summary>One of <c>Devices:Speaker:Voices</c>. Needed.</summary>
    public string? Voice { get; set; }

    /// <summary>What a machine reads, 1 … 1,000 characters. This or <see cref="File"/> is needed. Write nothing about a person into it.</summary>
    public string? Text { get; set; }

    /// <summary>A recording: path of a WAV file.</summary>
    public string? File { get; set; }

    /// <summary>The saying, once it has been checked.</summary>
    internal Saying ToSaying() => File is { Length: > 0 } file
        ? new Saying.Recorded(VoiceTag.Parse(Voice!), file)
        : new Saying.Written(VoiceTag.Parse(Voice!), Text!);
}
