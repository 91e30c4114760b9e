using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>Ends a wait for a device from another thread: eventfd(2).</summary>
sealed partial class WakeEvent : IDisposable
{
    const int OpenFlags = 0x800 | 0x80000; // EFD_NONBLOCK, EFD_CLOEXEC

    /// <summary>Makes one that is not set.</summary>
    /// <exception cref="IOException">This process has too many files open.</exception>
    public WakeEvent()
    {
        var descriptor = Create(0, OpenFlags);
        if (descriptor < 0)
            throw new IOException($"eventfd: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        File = new(descriptor, ownsHandle: true);
    }

    /// <summary>What to wait for beside the device.</summary>
    public SafeFileHandle File { get; }

    /// <summary>Ends the wait of whoever waits, or of who waits next. Any thread.</summary>
    public unsafe void Set()
    {
        var one = 1UL;
        _ = Write(File, &one, sizeof(ulong)); // refused only where it is set already
    }

    /// <summary>Lets waits be waits again.</summary>
    public unsafe void Clear()
    {
        ulong count;
        _ = Read(File, &count, sizeof(ulong)); // refused only where it is not set
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Create(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Read(SafeFileHandle file, ulong* count, nuint bytes);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Write(SafeFileHandle file, ulong* count, nuint bytes);
}
