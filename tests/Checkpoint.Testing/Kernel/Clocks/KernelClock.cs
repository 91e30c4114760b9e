namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Where a guest's kernel has its clock.</summary>
/// <param name="Off">How far ahead of the truth, by the monotonic clock since the guest started.</param>
/// <param name="Wall">What it shows.</param>
readonly record struct KernelClock(TimeSpan Off, DateTimeOffset Wall);
