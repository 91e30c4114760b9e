namespace Checkpoint.Delivery;

/// <summary>A rate with room for a burst: tokens come in with time, and are taken by what is sent.</summary>
/// <param name="Tokens">Tokens there are.</param>
/// <param name="FilledAt">When they were last counted.</param>
public readonly record struct TokenBucket(double Tokens, TimeSpan FilledAt)
{
    /// <summary>The bucket as it is now.</summary>
    /// <param name="at">Now, monotonic.</param>
    /// <param name="perSecond">Tokens that come in a second.</param>
    /// <param name="burst">Tokens that it holds at most.</param>
    public TokenBucket Filled(TimeSpan at, double perSecond, double burst) =>
        at <= FilledAt ? this : new(Math.Min(burst, Tokens + ((at - FilledAt).TotalSeconds * perSecond)), at);

    /// <summary>The bucket without so many tokens.</summary>
    public TokenBucket Without(double tokens) => this with { Tokens = Tokens - tokens };
}
