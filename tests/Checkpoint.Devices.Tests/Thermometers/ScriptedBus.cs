namespace Checkpoint.Devices.Thermometers;

/// <summary>A bus on which an MLX90614 at 20 °C always answers the same three bytes for its object, or nobody answers.</summary>
sealed class ScriptedBus(byte[]? answer) : ISmbus
{
    const int Die = 0x3941; // 19.99 °C

    /// <summary>What was sent, in order.</summary>
    public List<byte[]> Sent { get; } = [];

    public static ScriptedBus Checked(int word) => new(Frame(Mlx90614.ObjectTemperature, word));

    public static byte[] Frame(byte command, int word)
    {
        var (low, high) = ((byte)(word & 0xFF), (byte)(word >> 8));
        return [low, high, SmbusPec.OfWordRead(Mlx90614.Address, command, low, high)];
    }

    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        if (answer is null)
            throw new IOException("No acknowledgement.");
        (command == Mlx90614.DieTemperature ? Frame(command, Die) : answer).CopyTo(word);
    }

    public void Write(byte address, ReadOnlySpan<byte> bytes) => Sent.Add([(byte)(address << 1), .. bytes]);
}
