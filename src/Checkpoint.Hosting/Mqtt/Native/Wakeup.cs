using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>
/// Waits for sockets, and can be woken from another thread: poll(2) over the sockets and an eventfd(2). The library's own loop uses
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

    /// <summary>Waits until one of the sockets can do what is wanted, someone wakes it, or time is up, and notes what each can do now.</summary>
    public void Wait(Span<Watch> sockets, TimeSpan timeout)
    {
        var waits = stackalloc PollFd[sockets.Length + 1];
        for (var i = 0; i < sockets.Length; i++)
            waits[i] = Asked(sockets[i]);
        waits[sockets.Length] = new() { Descriptor = descriptor, Events = Readable };

        // An interrupted or failed poll counts as a time-out: the caller comes back.
        if (Poll(waits, (nuint)sockets.Length + 1, (int)timeout.TotalMilliseconds) <= 0)
            return;

        if ((waits[sockets.Length].Returned & Readable) != 0)
        {
            ulong count;
            _ = Read(signal, &count, sizeof(ulong));
        }

        for (var i = 0; i < sockets.Length; i++)
            sockets[i] = Answered(sockets[i], waits[i].Returned);
    }

    static PollFd Asked(Watch socket)
    {
        var events = (short)((socket.ToRead ? Readable : 0) | (socket.ToWrite ? Writable : 0));
        return new() { Descriptor = events == 0 ? -1 : socket.Descriptor, Events = events };
    }

    static Watch Answered(Watch socket, short returned)
    {
        var failed = (returned & Failed) != 0;
        return socket with
        {
            CanRead = socket.ToRead && (failed || (returned & Readable) != 0),
            CanWrite = socket.ToWrite && (failed || (returned & Writable) != 0),
        };
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
