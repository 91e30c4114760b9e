using Checkpoint.Delivery;

namespace Checkpoint.Edge.Outbox;

/// <summary>
/// How often a journal may be kept aside because the hub disputes it. A card that was copied is disputed once; whoever may write to the box's
/// topics could say it again and again, and fill the card with journals. Used by one loop.
/// </summary>
sealed class DisputeLimit
{
    /// <summary>Journals that are kept aside at once.</summary>
    public const int Burst = 3;

    /// <summary>After those, one in this time; until then the box keeps what it writes and sends nothing.</summary>
    public static readonly TimeSpan Each = TimeSpan.FromHours(8);

    TokenBucket budget = new(Burst, TimeSpan.Zero);
    bool isRefusing;

    /// <summary>Whether one may be kept aside now.</summary>
    /// <param name="at">Now, monotonic.</param>
    /// <param name="isNews">Whether this is the first refusal since the last that might.</param>
    public bool TryTake(TimeSpan at, out bool isNews)
    {
        budget = budget.Filled(at, 1 / Each.TotalSeconds, Burst);
        var may = budget.Tokens >= 1;
        isNews = !may && !isRefusing;
        isRefusing = !may;
        if (may)
            budget = budget.Without(1);
        return may;
    }
}
