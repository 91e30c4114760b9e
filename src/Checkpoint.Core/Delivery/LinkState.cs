namespace Checkpoint.Delivery;

/// <summary>What one end remembers of its link to the broker. Times are since the program started, monotonic.</summary>
public sealed record LinkState
{
    /// <summary>Whether the link is there.</summary>
    public bool IsUp { get; init; }

    /// <summary>When it came up last.</summary>
    public TimeSpan UpSince { get; init; }

    /// <summary>When to try again; null while it is up or being made.</summary>
    public TimeSpan? RetryAt { get; init; } = TimeSpan.Zero;

    /// <summary>Failed attempts since the link was last proven good.</summary>
    public int Failures { get; init; }

    /// <summary>Links in a row that came up at the first call and broke at once.</summary>
    public int ShortLives { get; init; }

    /// <summary>Whether somebody else seems to use the same identity. Ends with a link that lasts.</summary>
    public bool IsContested { get; init; }
}
