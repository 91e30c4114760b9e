using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>What became of one frame.</summary>
/// <param name="WasRead">False if nobody looked at it; it then says nothing about what is in view.</param>
/// <param name="Symbol">The code it shows, or null.</param>
readonly record struct FrameScan(bool WasRead, Symbol? Symbol)
{
    /// <summary>Nobody looked.</summary>
    public static FrameScan NotRead { get; }
}
