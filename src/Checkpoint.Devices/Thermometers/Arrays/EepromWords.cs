namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>Numbers packed into the words of an MLX90640's EEPROM (datasheet 3901090640, "EEPROM").</summary>
/// <param name="words">All 832 words.</param>
readonly struct EepromWords(ReadOnlyMemory<ushort> words)
{
    /// <summary>Words of the EEPROM.</summary>
    public const int Length = 832;

    /// <summary>An unsigned number.</summary>
    /// <param name="word">Which word.</param>
    /// <param name="shift">Its lowest bit.</param>
    /// <param name="bits">How many bits it has.</param>
    public int Bits(int word, int shift, int bits) => (words.Span[word] >> shift) & ((1 << bits) - 1);

    /// <summary>A number in two's complement.</summary>
    /// <param name="word">Which word.</param>
    /// <param name="shift">Its lowest bit.</param>
    /// <param name="bits">How many bits it has.</param>
    public int Signed(int word, int shift, int bits)
    {
        var value = Bits(word, shift, bits);
        return value >= 1 << (bits - 1) ? value - (1 << bits) : value;
    }

    /// <summary>A word as a number in two's complement.</summary>
    public int Signed(int word) => Signed(word, 0, 16);

    /// <summary>Four bits in two's complement from a run of words, the lowest first.</summary>
    /// <param name="first">The run's first word.</param>
    /// <param name="index">Which four bits.</param>
    public int Nibble(int first, int index) => Signed(first + (index / 4), index % 4 * 4, 4);
}
