using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>
/// The calls of terminals that we use: open(2), termios(3), ioctl_tty(2), poll(2), read(2), write(2). Numbers and layouts are those of
/// glibc, the same on x86-64 and arm64.
/// </summary>
static partial class SerialTty
{
    const int OpenFlags = 0x2 | 0x100 | 0x800 | 0x80000; // O_RDWR, O_NOCTTY, O_NONBLOCK, O_CLOEXEC
    const nuint TakeAlone = 0x540C; // TIOCEXCL
    const int Now = 0; // TCSANOW
    const int Both = 2; // TCIOFLUSH
    const uint EnableReceiver = 0x80; // CREAD
    const uint NoModem = 0x800; // CLOCAL
    const uint TwoStops = 0x40; // CSTOPB
    const uint Parity = 0x100; // PARENB
    const uint Handshake = 0x80000000; // CRTSCTS
    const short Readable = 0x1; // POLLIN
    const short Writable = 0x4; // POLLOUT
    const int Interrupted = 4; // EINTR
    const int Later = 11; // EAGAIN

    /// <summary>Opens a line for this program alone: raw, 8 bits, no parity, one stop bit, no handshake.</summary>
    /// <exception cref="IOException">It is not there, may not be used, or is no serial line.</exception>
    public static SafeFileHandle Open(string path, uint speed)
    {
        var descriptor = Open(path, OpenFlags);
        if (descriptor < 0)
            throw Failed(path);
        var line = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            Require(Control(line, TakeAlone, 0), path);
            Require(GetSettings(line, out var settings), path);
            MakeRaw(ref settings);
            settings.Control = (settings.Control | EnableReceiver | NoModem) & ~(TwoStops | Parity | Handshake);
            Require(SetSpeed(ref settings, speed), path);
            Require(SetSettings(line, Now, in settings), path);
            Require(Flush(line, Both), path);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>Reads what is there, or waits for it.</summary>
    /// <returns>How many bytes; 0 if none came in time.</returns>
    /// <exception cref="IOException">The line is gone: a read of 0 bytes from a readable line means that, for ever.</exception>
    public static unsafe int Read(SafeFileHandle line, Span<byte> bytes, int milliseconds)
    {
        if (!IsReady(line, Readable, milliseconds))
            return 0;
        fixed (byte* first = bytes)
        {
            var count = Read(line, first, (nuint)bytes.Length);
            if (count > 0)
                return (int)count;
            return count < 0 && Marshal.GetLastPInvokeError() is Interrupted or Later ? 0 : throw Gone(count);
        }
    }

    /// <summary>Writes what the line takes, or waits until it takes something.</summary>
    /// <returns>How many bytes; 0 if it took none in time.</returns>
    /// <exception cref="IOException">The line is gone.</exception>
    public static unsafe int Write(SafeFileHandle line, ReadOnlySpan<byte> bytes, int milliseconds)
    {
        if (!IsReady(line, Writable, milliseconds))
            return 0;
        fixed (byte* first = bytes)
        {
            var count = Write(line, first, (nuint)bytes.Length);
            return count >= 0 || Marshal.GetLastPInvokeError() is Interrupted or Later ? (int)Math.Max(count, 0) : throw Gone(count);
        }
    }

    // A line that hung up is ready too: reading from it or writing to it says so.
    static bool IsReady(SafeFileHandle line, short what, int milliseconds)
    {
        var isHeld = false;
        line.DangerousAddRef(ref isHeld);
        try
        {
            var wish = new Wish { Descriptor = (int)line.DangerousGetHandle(), Events = what };
            var result = Poll(ref wish, 1, milliseconds);
            if (result < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                throw Gone(result);
            return result > 0;
        }
        finally
        {
            line.DangerousRelease();
        }
    }

    static IOException Gone(nint result) => new(result == 0 ? "The line is gone." : $"The line is gone: {LastError()}");

    static IOException Failed(string path) => new($"{path}: {LastError()}");

    static string LastError() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    static void Require(int result, string path)
    {
        if (result < 0)
            throw Failed(path);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(SafeFileHandle line, nuint request, nint argument);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetSettings(SafeFileHandle line, out Settings settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSettings(SafeFileHandle line, int when, in Settings settings);

    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(SafeFileHandle line, int what);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void MakeRaw(ref Settings settings);

    [LibraryImport("libc", EntryPoint = "cfsetspeed", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSpeed(ref Settings settings, uint speed);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref Wish wishes, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Read(SafeFileHandle line, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Write(SafeFileHandle line, byte* bytes, nuint count);

    /// <summary>struct termios.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Settings
    {
        public uint Input;
        public uint Output;
        public uint Control;
        public uint Local;
        public byte Discipline;
        public fixed byte Characters[32];
        public uint InputSpeed;
        public uint OutputSpeed;
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct Wish
    {
        public int Descriptor;
        public short Events;
        public short Seen;
    }
}
