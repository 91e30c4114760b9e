using System.Buffers.Binary;
using Checkpoint.Devices.Buses;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// A device with 16-bit registers as its bus sees it: answers with the bytes that it holds. One thread may use the bus while another sets
/// how it fails.
/// </summary>
/// <param name="address">Its 7-bit address.</param>
public abstract class SimulatedWideDevice(byte address) : II2cBus
{
    readonly Dictionary<int, ushort> memory = [];
    volatile WireFault fault;
    bool isTorn;

    /// <summary>How its wires fail.</summary>
    public WireFault Fault
    {
        get => fault;
        set => fault = value;
    }

    /// <summary>What one of its registers holds; 0 if nobody wrote it.</summary>
    protected ushort this[int register]
    {
        get => memory.GetValueOrDefault(register);
        set => memory[register] = value;
    }

    /// <inheritdoc/>
    public void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Acknowledge(address);
        Measure();
        var register = BinaryPrimitives.ReadUInt16BigEndian(write);
        for (var i = 2; i < write.Length; i += 2)
            Write(register + (i / 2) - 1, BinaryPrimitives.ReadUInt16BigEndian(write[i..]));
        for (var i = 0; i < read.Length; i += 2)
            BinaryPrimitives.WriteUInt16BigEndian(read[i..], this[register + (i / 2)]);
        Tear(read);
    }

    /// <summary>Called before each transfer: measures what is due.</summary>
    protected abstract void Measure();

    /// <summary>Called for each word that is written to it.</summary>
    protected virtual void Write(int register, ushort word) => this[register] = word;

    void Acknowledge(byte asked)
    {
        if (asked != address || fault == WireFault.NoAnswer)
            throw new IOException($"No acknowledgement from address 0x{asked:X2}.");
    }

    // Every other transfer, so that reading twice shows it.
    void Tear(Span<byte> read)
    {
        isTorn = !isTorn;
        if (fault == WireFault.Floating)
            read.Fill(0xFF);
        else if (fault == WireFault.Torn && isTorn && read.Length > 2)
            read[^1] ^= 0x10;
    }
}
