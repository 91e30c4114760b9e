namespace Checkpoint.Clocks;

/// <summary>
/// How far the hub's clock is ahead of the gate's, as its receipts tell. A receipt can be late and never early, so the latest of what it
/// says is the nearest. It is shown to people; nothing is decided by it, because whoever has the broker could say it.
/// </summary>
/// <param name="Lead">The hub's time less the time since the program started.</param>
public readonly record struct HubOffset(DateTimeOffset Lead)
{
    /// <summary>Learns from a time that the hub said.</summary>
    /// <param name="known">What is known; null if nothing is.</param>
    /// <param name="mono">When it came.</param>
    /// <param name="hub">What it said.</param>
    public static HubOffset Learn(HubOffset? known, TimeSpan mono, DateTimeOffset hub)
    {
        var lead = hub - DateTimeOffset.MinValue > mono ? hub - mono : DateTimeOffset.MinValue;
        return known is { } before && before.Lead > lead ? before : new(lead);
    }

    /// <summary>The hub's clock less the gate's.</summary>
    public TimeSpan From(GateTime time) => Lead + time.Mono - time.Wall;
}
