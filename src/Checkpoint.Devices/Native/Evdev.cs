using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>
/// A keyboard of the kernel's input layer, for this program alone: linux/input.h, Documentation/input/input.rst. Numbers and layouts are the
/// same on x86-64 and arm64; 32-bit systems differ.
/// </summary>
sealed partial class Evdev : IDisposable
{
    /// <summary>Bytes of a set of keys, a bit each (KEY_MAX).</summary>
    public const int KeySetBytes = 96;

    const nuint AskName = 0x81004506; // EVIOCGNAME(256)
    const nuint AskKeys = 0x80604521; // EVIOCGBIT(EV_KEY, 96): those that it has
    const nuint AskHeld = 0x80604518; // EVIOCGKEY(96): those that are held
    const nuint TakeAlone = 0x40044590; // EVIOCGRAB
    const nuint UseClock = 0x400445A0; // EVIOCSCLOCKID
    const nuint SetsMask = 0x40104593; // EVIOCSMASK
    const uint ScanCodes = 4; // EV_MSC
    const int MonotonicClock = 1; // CLOCK_MONOTONIC
    const int EnterKey = 28; // KEY_ENTER
    const int Interrupted = 4; // EINTR
    const int Again = 11; // EAGAIN
    const int Busy = 16; // EBUSY

    readonly string path;

    Evdev(string path)
    {
        this.path = path;
        File = DeviceWait.Open(path, isWritten: false, "input");
    }

    /// <summary>The device file, to wait for.</summary>
    public SafeFileHandle File { get; }

    /// <summary>What the device calls itself.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Opens a keyboard, and takes it from everybody else: nothing that it types goes elsewhere while it is open.</summary>
    /// <exception cref="IOException">It is not there, may not be used, is no keyboard, or somebody else has it.</exception>
    public static Evdev Take(string path)
    {
        var keyboard = new Evdev(path);
        try
        {
            keyboard.AskWhatItIs();
            keyboard.BeAlone();
            return keyboard;
        }
        catch
        {
            keyboard.Dispose();
            throw;
        }
    }

    /// <summary>Reads the events that are there.</summary>
    /// <returns>How many; 0 if there is none yet.</returns>
    /// <exception cref="IOException">The keyboard is gone: a read of nothing at all means that too, for ever.</exception>
    public unsafe int Read(Span<InputEvent> events)
    {
        fixed (InputEvent* first = events)
        {
            var count = Read(File, first, (nuint)(events.Length * sizeof(InputEvent)));
            if (count > 0)
                return (int)count / sizeof(InputEvent);
            if (count < 0 && Marshal.GetLastPInvokeError() is Interrupted or Again)
                return 0;
            throw new IOException($"{path} is gone: look at its plug.");
        }
    }

    /// <summary>The keys that are held now, a bit each.</summary>
    /// <exception cref="IOException">The keyboard is gone.</exception>
    public unsafe byte[] Held()
    {
        var keys = new byte[KeySetBytes];
        fixed (byte* bits = keys)
            Require(Control(File, AskHeld, bits));
        return keys;
    }

    /// <summary>Closes it; it types for everybody again.</summary>
    public void Dispose() => File.Dispose();

    unsafe void AskWhatItIs()
    {
        var keys = stackalloc byte[KeySetBytes];
        if (Control(File, AskKeys, keys) < 0 || (keys[EnterKey / 8] & (1 << (EnterKey % 8))) == 0)
            throw new IOException($"{path} is no keyboard.");
        var name = new byte[256];
        fixed (byte* text = name)
            Require(Control(File, AskName, text));
        Name = Encoding.UTF8.GetString(name).TrimEnd('\0');
    }

    unsafe void BeAlone()
    {
        var clock = MonotonicClock;
        Require(Control(File, UseClock, &clock));
        if (Control(File, TakeAlone, (void*)1) < 0)
        {
            throw new IOException(Marshal.GetLastPInvokeError() == Busy
                ? $"{path} is used by another program: end that one."
                : $"{path}: {LastError()}");
        }

        LeaveOutScanCodes();
    }

    // The kernel keeps 64 events for us, and a third of them would say the same as the keys do.
    unsafe void LeaveOutScanCodes()
    {
        var none = 0UL;
        var mask = new Mask { Type = ScanCodes, Bytes = sizeof(ulong), Codes = &none };
        Require(Control(File, SetsMask, &mask));
    }

    void Require(int result)
    {
        if (result < 0)
            throw new IOException($"{path}: {LastError()}");
    }

    static string LastError() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Control(SafeFileHandle keyboard, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Read(SafeFileHandle keyboard, InputEvent* events, nuint bytes);

    /// <summary>struct input_mask.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Mask
    {
        public uint Type;
        public uint Bytes;
        public ulong* Codes;
    }
}
