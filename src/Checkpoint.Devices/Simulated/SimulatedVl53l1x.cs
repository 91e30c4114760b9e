using System.Buffers.Binary;
using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Surroundings;

namespace Checkpoint.Devices.Simulated;

/// <summary>A VL53L1X as its bus sees it. Not thread-safe.</summary>
public sealed class SimulatedVl53l1x : II2cBus
{
    const byte TooWeak = 4;
    const int MemoryBytes = 0x200;

    readonly byte[] memory = new byte[MemoryBytes];
    bool isTorn;

    /// <summary>Makes one that has started and rests.</summary>
    public SimulatedVl53l1x() =>
        (memory[Vl53l1x.Model], memory[Vl53l1x.Model + 1], memory[Vl53l1x.Booted], memory[Vl53l1x.Polarity]) = (0xEA, 0xCC, 1, 1);

    /// <summary>How its wires fail.</summary>
    public WireFault Fault { get; set; }

    /// <summary>Measures something so far away, in millimetres, or nothing; only once it was told to measure.</summary>
    public void Measure(int? millimetres)
    {
        if (memory[Vl53l1x.Mode] != Vl53l1x.Measuring)
            return;
        memory[Vl53l1x.Outcome] = millimetres is null ? TooWeak : Vl53l1x.Good;
        BinaryPrimitives.WriteUInt16BigEndian(memory.AsSpan(Vl53l1x.Outcome + Vl53l1x.DistanceAt), (ushort)(millimetres ?? 0));
        Signal(isReady: true);
    }

    /// <inheritdoc/>
    public void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (address != Vl53l1x.Address || Fault == WireFault.NoAnswer)
            throw new IOException($"No acknowledgement from address 0x{address:X2}.");
        var register = BinaryPrimitives.ReadUInt16BigEndian(write);
        write[2..].CopyTo(memory.AsSpan(register));
        if (register == Vl53l1x.Clear && write.Length > 2)
            Signal(isReady: false);
        memory.AsSpan(register, read.Length).CopyTo(read);
        isTorn = !isTorn;
        if (Fault == WireFault.Floating)
            read.Fill(0xFF);
        else if (Fault == WireFault.Torn && isTorn && read.Length > 2)
            read[^1] ^= 0x10;
    }

    void Signal(bool isReady)
    {
        var isActiveLow = (memory[Vl53l1x.Polarity] & 0x10) != 0;
        memory[Vl53l1x.Ready] = (byte)(isReady == isActiveLow ? 0 : 1);
    }
}
