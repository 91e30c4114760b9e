namespace Checkpoint.Devices.Gpio;

/// <summary>A line became active or inactive, or was found to be.</summary>
/// <param name="Line">Which, in the order in which they were asked for.</param>
/// <param name="IsActive">What it is now.</param>
/// <param name="At">When, on the kernel's monotonic clock.</param>
/// <param name="IsEdge">Whether it was seen to change; if not, it was found so when the lines were taken or after edges were lost.</param>
readonly record struct LineChange(int Line, bool IsActive, TimeSpan At, bool IsEdge);
