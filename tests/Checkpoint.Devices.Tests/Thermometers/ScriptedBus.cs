namespace Checkpoint.Devices.Thermometers;

/// <summary>A bus on which an MLX90614 that works always answers the same three bytes for whatever it is asked but its flags, or nobody answers.</summary>
sealed class ScriptedBus(byte[]? answer) : ISmbus
{
    const int Ready = 0x0010;

    /// <summary>What was sent, in order.</summary>
    public List<byte[]> Sent { get; } = [];

    public static ScriptedBus Checked(int word, byte command = Mlx90614.ObjectTemperature) => new(Frame(command, word));

    public static byte[] Frame(byte command, int word)
    {
        var (low, high) = ((byte)(word & 0xFF), (byte)(word >> 8));
        return [low, high, SmbusPec.OfWordRead(Mlx90614.Address, command, low, high)];
    }

    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        if (answer is null)
            throw new IOException("No acknowledgement.");
        (command == Mlx90614.Flags ? Frame(command, Ready) : answer).CopyTo(word);
    }

    public void Write(byte address, ReadOnlySpan<byte> bytes) => Sent.Add([(byte)(address << 1), .. bytes]);
}
