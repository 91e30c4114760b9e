using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>A code that was seen.</summary>
/// <param name="Symbol">What it says.</param>
/// <param name="Place">Where in the frame.</param>
/// <param name="Look">How it was looked at.</param>
public sealed record CodeSighting(Symbol Symbol, FrameRegion Place, Look Look);
