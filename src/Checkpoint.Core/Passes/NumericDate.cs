namespace Checkpoint.Passes;

/// <summary>Seconds since 1970-01-01 UTC as tokens carry them (RFC 7519, section 2; RFC 8392, section 2).</summary>
static class NumericDate
{
    /// <summary>Taken for "never" where a pass has no end.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The moment, or null if no calendar holds it: milliseconds taken for seconds fall out here.</summary>
    public static DateTimeOffset? From(double? seconds) => seconds is >= 0 and < 253_402_214_400
        ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds.Value * TimeSpan.TicksPerSecond))
        : null;
}
