using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>
/// Waits for a socket, and can be woken from another thread: poll(2) over the socket and an eventfd(2). The library's own loop uses
/// select(2), which fails on descriptors from 1024 up, and it cannot be woken without sending a packet.
/// </summary>
sealed unsafe partial class Wakeup : IDisposable
{
    const short Readable = 0x1;
    const short Writable = 0x4;
    const short Failed = 0x8 | 0x10;
    const int CloseOnExec = 0x80000;
    const int NonBlocking = 0x800;

    readonly int descriptor;
    readonly SafeFileHandle signal;

    /// <summary>Makes one.</summary>
    /// <exception cref="IOException">The process has no descriptor left.</exception>
    public Wakeup()
    {
        // Not declared to return a handle: C's int leaves the upper half of a handle undefined.
        descriptor = EventFd(0, CloseOnExec | NonBlocking);
        signal = new(descriptor, ownsHandle: true);
        if (signal.IsInvalid)
            throw new IOException($"eventfd: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    /// <summary>Ends the present or the next <see cref="Wait"/>. May be called from any thread.</summary>
    public void Wake()
    {
        var one = 1UL;
        _ = Write(signal, &one, sizeof(ulong));
    }

    /// <summary>Waits until the socket can be read (or written, if that is wanted), someone wakes it, or time is up.</summary>
    /// <returns>What the socket can do now; both when it has failed, so that the next call finds out how.</returns>
    public (bool CanRead, bool CanWrite) Wait(int socket, bool toWrite, TimeSpan timeout)
    {
        var waits = stackalloc PollFd[2];
        waits[0] = new() { Descriptor = socket, Events = toWrite ? (short)(Readable | Writable) : Readable };
        waits[1] = new() { Descriptor = descriptor, Events = Readable };

        // An interrupted or failed poll counts as a time-out: the caller comes back.
        if (Poll(waits, 2, (int)timeout.TotalMilliseconds) <= 0)
            return default;

        if ((waits[1].Returned & Readable) != 0)
        {
            ulong count;
            _ = Read(signal, &count, sizeof(ulong));
        }

        var failed = (waits[0].Returned & Failed) != 0;
        return (failed || (waits[0].Returned & Readable) != 0, (failed && toWrite) || (waits[0].Returned & Writable) != 0);
    }

    public void Dispose() => signal.Dispose();

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollFd* waits, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(SafeFileHandle file, ulong* value, nuint length);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(SafeFileHandle file, ulong* value, nuint length);

    [StructLayout(LayoutKind.Sequential)]
    struct PollFd
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
