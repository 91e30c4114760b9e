using Checkpoint.Devices.Native;
using Checkpoint.Devices.Thermometers;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Buses;

/// <summary>
/// A bus of the kernel, <c>/dev/i2c-N</c> (Documentation/i2c/dev-interface.rst). Sends whole messages where the controller can, so that
/// the packet error code comes up to the driver; on a controller that only knows SMBus the kernel checks and makes it. Linux, 64 bit. Not
/// thread-safe.
/// </summary>
public sealed class LinuxI2cBus : II2cBus, ISmbus, IDisposable
{
    readonly SafeFileHandle file;
    readonly bool isWhole;

    LinuxI2cBus(SafeFileHandle file, bool isWhole)
    {
        this.file = file;
        this.isWhole = isWhole;
    }

    /// <summary>Opens a bus by its device file, such as <c>/dev/i2c-1</c>.</summary>
    /// <exception cref="IOException">It is not there, may not be used, is no I²C bus, or cannot check packet error codes.</exception>
    public static LinuxI2cBus Open(string path)
    {
        var bus = I2cDev.Open(path, out var abilities);
        if (Suffices(abilities))
            return new(bus, abilities.HasFlag(I2cAbilities.Messages));
        bus.Dispose();
        throw new IOException($"{path} can neither send messages nor check packet error codes: a loose wire would read as a temperature.");
    }

    /// <inheritdoc/>
    public void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Length, II2cBus.MostBytes, nameof(write));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(read.Length, II2cBus.MostBytes, nameof(read));
        if (!isWhole)
            throw new IOException("This controller only knows SMBus, and this device needs more.");
        I2cDev.Transfer(file, address, write, read);
    }

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        if (isWhole)
        {
            I2cDev.Transfer(file, address, [command], word[..3]);
            return;
        }

        var fits = I2cDev.TryReadWord(file, address, command, out var value);
        (word[0], word[1]) = ((byte)(value & 0xFF), (byte)(value >> 8));
        var code = SmbusPec.OfWordRead(address, command, word[0], word[1]);
        word[2] = fits ? code : (byte)(code ^ 0xFF); // the kernel keeps the code to itself and only says whether it fits
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes)
    {
        if (isWhole)
            I2cDev.Transfer(file, address, bytes, []);
        else if (bytes is [var register, var low, var high, _])
            I2cDev.WriteWord(file, address, register, (ushort)(low | (high << 8)));
        else if (bytes is [var command, _])
            I2cDev.SendByte(file, address, command);
        else
            throw new ArgumentException("Expected a command or a word, and its code.", nameof(bytes));
    }

    /// <summary>Closes the bus.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Whether a controller can carry checked words.</summary>
    internal static bool Suffices(I2cAbilities abilities) =>
        abilities.HasFlag(I2cAbilities.Messages) || abilities.HasFlag(I2cAbilities.CheckedWords);
}
