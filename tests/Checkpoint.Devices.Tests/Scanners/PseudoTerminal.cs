using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Scanners;

/// <summary>The other end of a serial line that only the kernel knows (pty(7)).</summary>
sealed partial class PseudoTerminal : IDisposable
{
    const nuint Unlock = 0x40045431; // TIOCSPTLCK
    const nuint Number = 0x80045430; // TIOCGPTN

    readonly FileStream end = new("/dev/ptmx", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    public PseudoTerminal()
    {
        var value = 0;
        Ioctl(end.SafeFileHandle, Unlock, ref value).ShouldBe(0);
        Ioctl(end.SafeFileHandle, Number, ref value).ShouldBe(0);
        Path = $"/dev/pts/{value}";
    }

    public string Path { get; }

    public void Send(byte[] bytes) => end.Write(bytes);

    public byte[] Receive(int count)
    {
        var bytes = new byte[count];
        end.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose() => end.Dispose();

    [LibraryImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ioctl(SafeFileHandle file, nuint request, ref int value);
}
