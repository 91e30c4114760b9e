using Checkpoint.Signals.Announcing;

namespace Checkpoint.Signals.Speaking;

/// <summary>What a loudspeaker is given to say: one of the product's own phrases, or what an administrator wrote or recorded. Never anything of a person.</summary>
public abstract record Speech
{
    Speech() { }

    /// <summary>A phrase of the table.</summary>
    /// <param name="Phrase">Which.</param>
    public sealed record Fixed(Phrase Phrase) : Speech;

    /// <summary>An announcement of the schedule.</summary>
    /// <param name="Announcement">Which.</param>
    public sealed record Announced(Announcement Announcement) : Speech;
}
