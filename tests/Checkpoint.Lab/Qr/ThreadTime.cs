using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Checkpoint.Lab.Qr;

/// <summary>Processor time of the calling thread (clock_gettime(2)): on a busy machine, waiting for a turn is no cost of the code.</summary>
static partial class ThreadTime
{
    const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Time used since the thread began.</summary>
    /// <exception cref="Win32Exception">The kernel has no such clock.</exception>
    public static TimeSpan Now() => ClockGetTime(ThreadCpuTime, out var used) == 0
        ? TimeSpan.FromSeconds(used.Seconds) + TimeSpan.FromMicroseconds(used.Nanoseconds / 1000.0)
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    /// <summary><c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
