using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Scanners;

/// <summary>The other end of a serial line that only the kernel knows (pty(7)).</summary>
sealed partial class PseudoTerminal : IDisposable
{
    const nuint Unlock = 0x40045431; // TIOCSPTLCK
    const nuint Number = 0x80045430; // TIOCGPTN

    readonly SafeFileHandle end = File.OpenHandle("/dev/ptmx", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    public PseudoTerminal()
    {
        var value = 0;
        Ioctl(end, Unlock, ref value).ShouldBe(0);
        Ioctl(end, Number, ref value).ShouldBe(0);
        Path = $"/dev/pts/{value}";
    }

    public string Path { get; }

    public void Send(byte[] bytes) => RandomAccess.Write(end, bytes, 0);

    public byte[] Receive(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
            at += RandomAccess.Read(end, bytes.AsSpan(at), 0);
        return bytes;
    }

    public void Dispose() => end.Dispose();

    [LibraryImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ioctl(SafeFileHandle file, nuint request, ref int value);
}
