using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Hosting.Native;

/// <summary>The calls of open(2) and fsync(2) that .NET has no name for.</summary>
static partial class Posix
{
    const int ReadOnly = 0;
    const int NotWaiting = 0x800;
    const int CloseOnExec = 0x80000;

    // Of all flags used here, the only one that the two processors number differently (asm/fcntl.h).
    static readonly int NoLink = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    /// <summary>Makes a rename or a new file in <paramref name="folder"/> outlive a power cut.</summary>
    /// <exception cref="IOException">The folder could not be opened or flushed.</exception>
    public static void FlushFolder(string folder)
    {
        using var handle = OpenForReading(folder);
        if (Flush(handle) != 0)
            throw Failed("fsync", folder);
    }

    /// <summary>
    /// Opens for reading without the shared lock that .NET takes on every file, which would fail on one that another process owns.
    /// </summary>
    /// <exception cref="IOException">It could not be opened.</exception>
    public static SafeFileHandle OpenForReading(string path)
    {
        var descriptor = Open(path, ReadOnly | CloseOnExec);
        return descriptor < 0 ? throw Failed("open", path) : new(descriptor, ownsHandle: true);
    }

    /// <summary>Opens for reading what has this very name: not what a link leads to, and without waiting for a pipe's other end.</summary>
    /// <exception cref="IOException">It could not be opened, or is a link.</exception>
    public static SafeFileHandle OpenItself(string path)
    {
        var descriptor = Open(path, ReadOnly | CloseOnExec | NotWaiting | NoLink);
        return descriptor < 0 ? throw Failed("open", path) : new(descriptor, ownsHandle: true);
    }

    /// <summary>Gives a file blocks of its own, so that writing them can no longer fail for want of room (posix_fallocate(3)).</summary>
    /// <exception cref="IOException">There is no room, or it cannot be written.</exception>
    public static void Allocate(SafeFileHandle file, long bytes, string path)
    {
        if (Allocate(file, 0, bytes) is var errno and not 0)
            throw Failed("posix_fallocate", path, errno);
    }

    static IOException Failed(string call, string path) => Failed(call, path, Marshal.GetLastPInvokeError());

    static IOException Failed(string call, string path, int errno)
    {
        var error = new Win32Exception(errno);
        return new($"{call} {path}: {error.Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int Allocate(SafeFileHandle file, long offset, long length);
}
