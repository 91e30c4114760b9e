using System.Net.Sockets;
using System.Runtime.InteropServices;

#pragma warning disable CA2000 // a socket owns its handle; the caller owns the sockets

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>Slips a pair of local sockets between a library and the socket that it opened (socketpair(2), dup3(2)).</summary>
static unsafe partial class SocketPair
{
    const int Unix = 1;
    const int Stream = 1;
    const int NonBlocking = 0x800;
    const int CloseOnExec = 0x80000;
    const int DuplicateCloseOnExec = 1030;

    /// <summary>
    /// Takes the socket behind <paramref name="descriptor"/> away. Under its number the library has a local one from now on, to the other end
    /// of which it speaks as if nothing had happened.
    /// </summary>
    /// <returns>The socket that was taken, and the other end.</returns>
    /// <exception cref="IOException">The process has no descriptor left.</exception>
    public static (Socket Taken, Socket OtherEnd) Insert(int descriptor)
    {
        var pair = stackalloc int[2];
        _ = Check(Create(Unix, Stream | NonBlocking | CloseOnExec, 0, pair), "socketpair");
        var otherEnd = Own(pair[0]);
        using var inner = Own(pair[1]);
        Socket? taken = null;
        try
        {
            taken = Own(Check(Control(descriptor, DuplicateCloseOnExec, 0), "fcntl"));
            _ = Check(Replace(pair[1], descriptor, CloseOnExec), "dup3");
            return (taken, otherEnd);
        }
        catch (IOException)
        {
            taken?.Dispose();
            otherEnd.Dispose();
            throw;
        }
    }

    static Socket Own(int descriptor) => new(new SafeSocketHandle(descriptor, ownsHandle: true)) { Blocking = false };

    static int Check(int result, string call) =>
        result >= 0 ? result : throw new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    private static partial int Create(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc", EntryPoint = "dup3", SetLastError = true)]
    private static partial int Replace(int source, int target, int flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int least);
}
