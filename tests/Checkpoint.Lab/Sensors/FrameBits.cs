using Checkpoint.Testing;

namespace Checkpoint.Lab.Sensors;

/// <summary>What can happen to the 24 bits of a frame: low byte, high byte, code, the highest bit of each first.</summary>
static class FrameBits
{
    /// <summary>Bits of a frame.</summary>
    public const int Count = 24;

    const int BurstBits = 16;

    /// <summary>Turns different bits.</summary>
    public static void Turn(Span<byte> frame, Dice dice, int bits)
    {
        var turned = 0;
        for (; bits > 0; bits--)
            turned |= 1 << FlipAnother(frame, dice, turned);
    }

    /// <summary>Makes a run of bits noise.</summary>
    public static void Burst(Span<byte> frame, Dice dice)
    {
        var from = dice.Roll(Count);
        for (var bit = from; bit < Math.Min(Count, from + BurstBits); bit++)
        {
            if (dice.Falls(50))
                Flip(frame, bit);
        }
    }

    /// <summary>Loses the first bits; those of a bus let go follow at the end.</summary>
    public static void Shift(Span<byte> frame, int by)
    {
        var bits = (((frame[0] << 16) | (frame[1] << 8) | frame[2]) << by) | ((1 << by) - 1);
        (frame[0], frame[1], frame[2]) = ((byte)((bits >> 16) & 0xFF), (byte)((bits >> 8) & 0xFF), (byte)(bits & 0xFF));
    }

    /// <summary>Makes a run of bits high, or low.</summary>
    public static void Force(Span<byte> frame, int from, int to, bool high)
    {
        for (var bit = from; bit < to; bit++)
        {
            if ((frame[bit / 8] & Mask(bit)) == 0 == high)
                Flip(frame, bit);
        }
    }

    static int FlipAnother(Span<byte> frame, Dice dice, int turned)
    {
        var bit = dice.Roll(Count);
        while ((turned & (1 << bit)) != 0)
            bit = (bit + 1) % Count;
        Flip(frame, bit);
        return bit;
    }

    static void Flip(Span<byte> frame, int bit) => frame[bit / 8] ^= Mask(bit);

    static byte Mask(int bit) => (byte)(0x80 >> (bit % 8));
}
