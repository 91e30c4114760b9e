namespace Checkpoint.Journaling;

/// <summary>How far the box's wall clock can be trusted. Values are stored: never renumber.</summary>
public enum ClockQuality
{
    /// <summary>Nothing is known, or the clock is behind what must already be past.</summary>
    Unknown = 0,

    /// <summary>Carried on from an earlier time, with a drift nobody has measured.</summary>
    Estimated = 1,

    /// <summary>Kept by a battery-backed clock.</summary>
    Rtc = 2,

    /// <summary>Disciplined by a time server.</summary>
    Synced = 3,
}
