namespace Checkpoint.Devices.Thermometers;

/// <summary>A bus with an MLX90614 on it, on which the same bits of every frame are always high or always low.</summary>
sealed class StuckBus(int word, int from, int to, bool isHigh) : ISmbus
{
    const int FrameBits = 24;

    /// <summary>A bus for every run of bits, stuck high and stuck low.</summary>
    public static IEnumerable<StuckBus> Every(int word) =>
        from start in Enumerable.Range(0, FrameBits)
        from end in Enumerable.Range(start + 1, FrameBits - start)
        from isHigh in (bool[])[false, true]
        select new StuckBus(word, start, end, isHigh);

    public void ReadWord(byte address, byte command, Span<byte> bytes)
    {
        ScriptedBus.Frame(command, command == Mlx90614.Flags ? 0x0010 : word).CopyTo(bytes);
        for (var bit = from; bit < to; bit++)
        {
            var mask = (byte)(0x80 >> (bit % 8)); // the highest bit of a byte crosses the bus first
            bytes[bit / 8] = (byte)(isHigh ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }
    }

    public void Write(byte address, ReadOnlySpan<byte> bytes) => throw new IOException("No acknowledgement.");

    public override string ToString() => $"bits {from} to {to - 1} {(isHigh ? "high" : "low")}";
}
