using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>
/// The calls of the kernel's I²C device files that we use: linux/i2c-dev.h, linux/i2c.h, Documentation/i2c/dev-interface.rst. Their
/// numbers and layouts are the same on x86-64 and arm64; 32-bit systems differ.
/// </summary>
/// <remarks>ioctl(2) is variadic; both processors hand a pointer over as they do without.</remarks>
static partial class I2cDev
{
    const nuint SetAddress = 0x0703; // I2C_SLAVE
    const nuint AskFunctionality = 0x0705; // I2C_FUNCS
    const nuint ReadWrite = 0x0707; // I2C_RDWR
    const nuint SetPec = 0x0708; // I2C_PEC
    const nuint Smbus = 0x0720; // I2C_SMBUS
    const ushort ReadFlag = 1; // I2C_M_RD
    const byte SmbusWrite = 0; // I2C_SMBUS_WRITE
    const byte SmbusRead = 1; // I2C_SMBUS_READ
    const uint ByteKind = 1; // I2C_SMBUS_BYTE
    const uint WordKind = 3; // I2C_SMBUS_WORD_DATA
    const int Interrupted = 4; // EINTR
    const int BadMessage = 74; // EBADMSG: the kernel compared a packet error code, and it does not fit
    const int MostInterruptions = 10;

    /// <summary>Opens a device file.</summary>
    /// <exception cref="IOException">It is not there, may not be used, or is no I²C bus.</exception>
    public static SafeFileHandle Open(string path, out I2cAbilities abilities)
    {
        var bus = OpenFile(path);
        try
        {
            abilities = Ask(bus, path);
            return bus;
        }
        catch
        {
            bus.Dispose();
            throw;
        }
    }

    /// <summary>Writes, and after a repeated start reads; either may be empty.</summary>
    /// <exception cref="IOException">Somebody did not acknowledge, or the bus is stuck.</exception>
    public static unsafe void Transfer(SafeFileHandle bus, byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        fixed (byte* written = write, answered = read)
        {
            var messages = stackalloc Message[2];
            var count = 0u;
            if (!write.IsEmpty)
                messages[count++] = new() { Address = address, Length = (ushort)write.Length, Bytes = written };
            if (!read.IsEmpty)
                messages[count++] = new() { Address = address, Flags = ReadFlag, Length = (ushort)read.Length, Bytes = answered };
            var transfer = new Messages { First = messages, Count = count };
            Require(Control(bus, ReadWrite, &transfer), address);
        }
    }

    /// <summary>Reads a word whose packet error code the kernel checks.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="command">The register.</param>
    /// <param name="word">The word; 0 if its code does not fit.</param>
    /// <returns>Whether its code fits.</returns>
    /// <exception cref="IOException">Somebody did not acknowledge, or the bus is stuck.</exception>
    public static unsafe bool TryReadWord(SafeFileHandle bus, byte address, byte command, out ushort word)
    {
        ushort answered = 0;
        Select(bus, address);
        var request = new SmbusRequest { Direction = SmbusRead, Command = command, Kind = WordKind, Data = &answered };
        var result = Control(bus, Smbus, &request);
        var fits = result >= 0 || Marshal.GetLastPInvokeError() != BadMessage;
        if (fits)
            Require(result, address);
        word = fits ? answered : (ushort)0;
        return fits;
    }

    /// <summary>Writes a word after a command; the kernel adds the packet error code.</summary>
    /// <exception cref="IOException">Somebody did not acknowledge, or the bus is stuck.</exception>
    public static unsafe void WriteWord(SafeFileHandle bus, byte address, byte command, ushort word)
    {
        Select(bus, address);
        var request = new SmbusRequest { Direction = SmbusWrite, Command = command, Kind = WordKind, Data = &word };
        Require(Control(bus, Smbus, &request), address);
    }

    /// <summary>Sends a command; the kernel adds the packet error code.</summary>
    /// <exception cref="IOException">Somebody did not acknowledge, or the bus is stuck.</exception>
    public static unsafe void SendByte(SafeFileHandle bus, byte address, byte command)
    {
        Select(bus, address);
        var request = new SmbusRequest { Direction = SmbusWrite, Command = command, Kind = ByteKind };
        Require(Control(bus, Smbus, &request), address);
    }

    static SafeFileHandle OpenFile(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path}: {error.Message} Add the program's user to the group i2c.", error);
        }
    }

    static unsafe I2cAbilities Ask(SafeFileHandle bus, string path)
    {
        nuint bits = 0; // unsigned long
        return Control(bus, AskFunctionality, &bits) >= 0
            ? (I2cAbilities)bits
            : throw new IOException($"{path} is no I²C bus: {LastError()}");
    }

    static unsafe void Select(SafeFileHandle bus, byte address)
    {
        Require(Control(bus, SetAddress, (void*)address), address);
        Require(Control(bus, SetPec, (void*)1), address);
    }

    // The kernel's codes for "nobody acknowledged" differ between controllers, so its words are handed on.
    static void Require(int result, byte address)
    {
        if (result < 0)
            throw new IOException($"I²C address 0x{address:X2}: {LastError()}");
    }

    static string LastError() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    static unsafe int Control(SafeFileHandle bus, nuint request, void* argument)
    {
        var result = Ioctl(bus, request, argument);
        for (var i = 0; i < MostInterruptions && result < 0 && Marshal.GetLastPInvokeError() == Interrupted; i++)
            result = Ioctl(bus, request, argument);
        return result;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Ioctl(SafeFileHandle file, nuint request, void* argument);

    /// <summary>struct i2c_msg.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Message
    {
        public ushort Address;
        public ushort Flags;
        public ushort Length;
        public byte* Bytes;
    }

    /// <summary>struct i2c_rdwr_ioctl_data.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Messages
    {
        public Message* First;
        public uint Count;
    }

    /// <summary>struct i2c_smbus_ioctl_data.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct SmbusRequest
    {
        public byte Direction;
        public byte Command;
        public uint Kind;
        public void* Data;
    }
}
