using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>Something that the village wants to be heard (宣传广播), in one voice or several; it is heard in the first that the box has.</summary>
/// <param name="Number">Its place in the schedule, from 0: what logs call it.</param>
/// <param name="Sayings">At most one for each voice; never empty.</param>
public sealed record Announcement(int Number, ImmutableArray<Saying> Sayings)
{
    /// <summary>The longest text, in characters: some four minutes.</summary>
    public const int MaxText = 1000;
}
