using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>Waits for a device file, and for whoever does not want to wait any more: poll(2).</summary>
static partial class DeviceWait
{
    const short Readable = 0x1; // POLLIN
    const short Trouble = 0x8 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL
    const int Interrupted = 4; // EINTR

    /// <summary>Opens a device file for calls that do not wait by themselves.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWritten">Whether it is written too.</param>
    /// <param name="group">Whom the system lets use such files, for people.</param>
    /// <exception cref="IOException">It is not there, or may not be used.</exception>
    public static SafeFileHandle Open(string path, bool isWritten, string group)
    {
        const int notNow = 0x800 | 0x80000; // O_NONBLOCK, O_CLOEXEC; O_RDWR is 2
        const int refused = 13; // EACCES
        var descriptor = Open(path, notNow | (isWritten ? 2 : 0));
        if (descriptor >= 0)
            return new(descriptor, ownsHandle: true);
        var code = Marshal.GetLastPInvokeError();
        var advice = code == refused ? $". Add the program's user to the group {group}." : "";
        throw new IOException($"{path}: {new Win32Exception(code).Message}{advice}");
    }

    /// <summary>Waits until a device has something, is broken, or patience ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="IOException">The kernel refused.</exception>
    public static DeviceReadiness For(SafeFileHandle device, WakeEvent wake, TimeSpan patience, CancellationToken cancel)
    {
        wake.Clear();
        using var waking = cancel.UnsafeRegister(static wake => ((WakeEvent)wake!).Set(), wake);
        var seen = Wait(device, wake.File, Milliseconds(patience));
        cancel.ThrowIfCancellationRequested();
        return (seen & Trouble) != 0 ? DeviceReadiness.Broken
            : seen != 0 ? DeviceReadiness.Ready
            : DeviceReadiness.Silent;
    }

    static int Milliseconds(TimeSpan patience) => (int)Math.Clamp(Math.Ceiling(patience.TotalMilliseconds), 0, int.MaxValue);

    static unsafe short Wait(SafeFileHandle device, SafeFileHandle wake, int milliseconds)
    {
        var (isDeviceHeld, isWakeHeld) = (false, false);
        try
        {
            device.DangerousAddRef(ref isDeviceHeld);
            wake.DangerousAddRef(ref isWakeHeld);
            var wishes = stackalloc Wish[2];
            wishes[0] = new() { Descriptor = (int)device.DangerousGetHandle(), Events = Readable };
            wishes[1] = new() { Descriptor = (int)wake.DangerousGetHandle(), Events = Readable };
            if (Poll(wishes, 2, milliseconds) < 0 && Marshal.GetLastPInvokeError() is var code and not Interrupted)
                throw new IOException($"poll: {new Win32Exception(code).Message}");
            return wishes[0].Seen;
        }
        finally
        {
            if (isDeviceHeld)
                device.DangerousRelease();
            if (isWakeHeld)
                wake.DangerousRelease();
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Poll(Wish* wishes, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct Wish
    {
        public int Descriptor;
        public short Events;
        public short Seen;
    }
}
