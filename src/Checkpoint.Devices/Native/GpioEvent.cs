namespace Checkpoint.Devices.Native;

/// <summary>An edge that the kernel saw (struct gpio_v2_line_event).</summary>
/// <param name="Offset">Number of the line on its chip.</param>
/// <param name="IsActive">Whether it became active, in the line's own sense.</param>
/// <param name="At">When, on the kernel's monotonic clock.</param>
/// <param name="Number">Counts the edges of all lines of one request from 1; a missing number is an edge that found no room.</param>
readonly record struct GpioEvent(int Offset, bool IsActive, TimeSpan At, uint Number);
