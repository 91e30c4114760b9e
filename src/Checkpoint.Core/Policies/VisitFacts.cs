namespace Checkpoint.Policies;

/// <summary>What this gate has counted of one pass. Null is not known, never none.</summary>
/// <param name="EntriesToday">Times it was let in since local midnight.</param>
/// <param name="IsInside">Whether it was let in and has not gone out since; nobody stays inside over the night's <see cref="Policy.PresumedOut"/>.</param>
/// <param name="MinutesSinceEntry">Whole minutes since it was last let in; <see cref="Never"/> if it was not.</param>
/// <param name="MinutesSinceExit">Whole minutes since it last went out; <see cref="Never"/> if it did not.</param>
/// <param name="Household">What was counted of its household; null if the pass names none.</param>
public sealed record VisitFacts(
    int? EntriesToday, bool? IsInside, int? MinutesSinceEntry, int? MinutesSinceExit, HouseholdFacts? Household = null)
{
    /// <summary>Stands for "not within what this gate remembers": ten years of minutes, so that comparisons read naturally.</summary>
    public const int Never = 10 * 365 * 24 * 60;

    /// <summary>A pass that this gate has not seen.</summary>
    public static VisitFacts NotSeen { get; } = new(0, IsInside: false, Never, Never);
}
