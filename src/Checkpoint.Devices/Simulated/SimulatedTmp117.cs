using System.Buffers.Binary;
using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Surroundings;

namespace Checkpoint.Devices.Simulated;

/// <summary>A TMP117 as its bus sees it. One thread may use the bus while another changes the air around it.</summary>
public sealed class SimulatedTmp117 : II2cBus
{
    const short NotYet = short.MinValue;

    volatile int counts = NotYet;
    volatile WireFault fault;
    bool isTorn;

    /// <summary>How its wires fail.</summary>
    public WireFault Fault
    {
        get => fault;
        set => fault = value;
    }

    /// <summary>Measures air of this temperature in °C, −256 … 255.</summary>
    public void Measure(double celsius) => Measure((short)Math.Round(celsius / 0.0078125));

    /// <summary>Measures air of so many counts of 7.8125 thousandths of a °C, −32768 … 32767.</summary>
    public void Measure(short air) => counts = air;

    /// <inheritdoc/>
    public void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (address != Tmp117.Address || fault == WireFault.NoAnswer)
            throw new IOException($"No acknowledgement from address 0x{address:X2}.");
        BinaryPrimitives.WriteInt16BigEndian(read, write[0] switch
        {
            Tmp117.Result => (short)counts,
            Tmp117.Id => 0x0117,
            _ => 0,
        });
        isTorn = !isTorn;
        if (fault == WireFault.Floating)
            read.Fill(0xFF);
        else if (fault == WireFault.Torn && isTorn)
            read[0] ^= 0x10;
    }
}
