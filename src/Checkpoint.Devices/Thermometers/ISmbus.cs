namespace Checkpoint.Devices.Thermometers;

/// <summary>One SMBus (I²C at up to 100 kHz) with this program as its only master. Not thread-safe.</summary>
public interface ISmbus
{
    /// <summary>Reads a word with its packet error code, unchecked (SMBus 3.2, 6.5.5 "Read Word" with PEC).</summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="command">The register.</param>
    /// <param name="word">Takes three bytes in the bus's order: low byte, high byte, PEC.</param>
    /// <exception cref="IOException">Nobody acknowledged the address or the command, or the bus is stuck.</exception>
    void ReadWord(byte address, byte command, Span<byte> word);

    /// <summary>
    /// Sends a command with its packet error code (SMBus 3.2, 6.5.2 "Send Byte" and 6.5.4 "Write Word" with PEC). A device that finds
    /// the code wrong does not acknowledge it.
    /// </summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="bytes">In the bus's order: the command and its code, or the command, low byte, high byte and their code.</param>
    /// <exception cref="IOException">A byte was not acknowledged, or the bus is stuck.</exception>
    void Write(byte address, ReadOnlySpan<byte> bytes);
}
