using Checkpoint.Policies;

namespace Checkpoint.Passages;

/// <summary>How far the person at the gate has come.</summary>
public abstract record Passage
{
    Passage() { }

    /// <summary>Whom it is about; null if nobody is there.</summary>
    public Subject? Somebody => this switch
    {
        Checking checking => checking.Who,
        Rechecking waiting => waiting.Who,
        Decided decided => decided.Who,
        _ => null,
    };

    /// <summary>Nobody is there.</summary>
    public sealed record Idle : Passage;

    /// <summary>The steps are being done.</summary>
    /// <param name="Who">The person.</param>
    public sealed record Checking(Subject Who) : Passage;

    /// <summary>The verdict is "once more"; the person stays and is measured again after a while.</summary>
    /// <param name="Who">The person as they will be measured again.</param>
    /// <param name="Since">When it was said.</param>
    public sealed record Rechecking(Subject Who, TimeSpan Since) : Passage;

    /// <summary>The verdict is on the light.</summary>
    /// <param name="Who">The person.</param>
    /// <param name="Decision">The verdict.</param>
    /// <param name="Since">When it was said.</param>
    public sealed record Decided(Subject Who, Decision Decision, TimeSpan Since) : Passage;
}
