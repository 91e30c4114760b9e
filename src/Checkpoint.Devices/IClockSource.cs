using Checkpoint.Journaling;

namespace Checkpoint.Devices;

/// <summary>Says how the system's clock is kept. Thread-safe, and answers at once.</summary>
public interface IClockSource
{
    /// <summary>How the system says that it keeps its clock; never <see cref="ClockQuality.Unknown"/>.</summary>
    /// <param name="wall">What that clock says now, UTC.</param>
    ClockQuality Claim(DateTimeOffset wall);
}
