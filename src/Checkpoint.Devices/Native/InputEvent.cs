using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Native;

/// <summary>struct input_event of linux/input.h, as 64-bit kernels lay it out: the same on x86-64 and arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
struct InputEvent
{
    /// <summary>Seconds, on the clock that the device was asked to use.</summary>
    [FieldOffset(0)]
    public long Seconds;

    /// <summary>And microseconds.</summary>
    [FieldOffset(8)]
    public long Microseconds;

    /// <summary>Which kind (EV_SYN, EV_KEY, …).</summary>
    [FieldOffset(16)]
    public ushort Type;

    /// <summary>Which key, for EV_KEY.</summary>
    [FieldOffset(18)]
    public ushort Code;

    /// <summary>For EV_KEY 1 pressed, 0 let go, 2 held.</summary>
    [FieldOffset(20)]
    public int Value;

    /// <summary>When.</summary>
    public readonly TimeSpan At => TimeSpan.FromTicks(unchecked((Seconds * TimeSpan.TicksPerSecond) + (Microseconds * TimeSpan.TicksPerMicrosecond)));
}
