using Checkpoint.Devices.Thermometers;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Sensors;

/// <summary>A bus with an MLX90614 on it that tears frames, and knows which.</summary>
sealed class TornBus(Dice dice) : ISmbus
{
    const int FrameBits = 24;
    const int HitPercent = 60; // of the frames of a reading, so that the later ones are torn alone too
    const int WarmestDie = 0x3B99; // 31.99 °C
    const int ColdestDie = 0x3559; // −0.01 °C

    readonly byte[] before = new byte[3];
    Tear tear;
    int objectWord;
    int dieWord = 0x3941; // 19.99 °C
    int run;
    int runStart;

    /// <summary>Frames handed out so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Whether a frame of this reading was not what the sensor said, or was a fault that the sensor told of.</summary>
    public bool IsBad { get; private set; }

    /// <summary>Begins a reading: what the sensor sees, and what happens to its frames.</summary>
    public void Begin(Tear next)
    {
        (tear, IsBad) = (next, false);
        objectWord = dice.Roll(Mlx90614.HighestWord - Mlx90614.LowestWord + 1) + Mlx90614.LowestWord;
        dieWord = Math.Clamp(dieWord + dice.Roll(5) - 2, ColdestDie, WarmestDie);
        run = dice.Roll(FrameBits) + 1;
        runStart = dice.Roll(FrameBits - run + 1);
    }

    /// <summary>The temperature that a sound reading tells, hundredths of a °C.</summary>
    public int Truth => (objectWord * Mlx90614.HundredthsPerCount) - Mlx90614.FreezingPoint;

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        Frames++;
        var said = command == Mlx90614.DieTemperature ? dieWord : objectWord;
        Span<byte> sound = stackalloc byte[3];
        Code(address, command, said, sound);
        sound.CopyTo(word);
        if (tear is Tear.StuckHigh or Tear.StuckLow || dice.Falls(HitPercent))
            Spoil(address, command, said, word);
        IsBad |= !word.SequenceEqual(sound);
        word.CopyTo(before);
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes) => throw new IOException("No acknowledgement.");

    void Spoil(byte address, byte command, int said, Span<byte> word)
    {
        switch (tear)
        {
            case Tear.None: return;
            case Tear.FewBits: Turn(word, dice.Roll(3) + 1); return;
            case Tear.ManyBits: Turn(word, dice.Roll(FrameBits - 3) + 4); return;
            case Tear.Burst: Noise(word); return;
            case Tear.Swapped: (word[0], word[1]) = (word[1], word[0]); return;
            case Tear.Shifted: Shift(word, dice.Roll(8) + 1); return;
            case Tear.LetGo: Force(word, dice.Roll(FrameBits), FrameBits, high: true); return;
            case Tear.HeldLow: Force(word, dice.Roll(FrameBits), FrameBits, high: false); return;
            case Tear.StuckHigh: Force(word, runStart, runStart + run, high: true); return;
            case Tear.StuckLow: Force(word, runStart, runStart + run, high: false); return;
            case Tear.OtherRegister: Code(address, (byte)(command ^ (dice.Roll(255) + 1)), dice.Roll(0x10000), word); return;
            case Tear.OtherAddress: Code((byte)(address ^ (dice.Roll(127) + 1)), command, dice.Roll(0x10000), word); return;
            case Tear.Repeated: before.CopyTo(word); return;
            case Tear.Flagged: Code(address, command, said | Mlx90614.ErrorFlag, word); return;
            case Tear.OutOfRange: Code(address, command, NoTemperature(), word); return;
            case Tear.Garbage: Fill(word); return;
            case Tear.Ones: word.Fill(0xFF); return;
            case Tear.Zeros: word.Clear(); return;
            case Tear.Silence: IsBad = true; throw new IOException("No acknowledgement.");
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    // Outside what the object's and the die's registers can hold alike.
    int NoTemperature() => dice.Falls(50) ? dice.Roll(Mlx90614.LowestWord) : Mlx90614.HighestWord + 1 + dice.Roll(0x8000 - Mlx90614.HighestWord - 1);

    void Turn(Span<byte> word, int bits)
    {
        for (; bits > 0; bits--)
            Flip(word, dice.Roll(FrameBits));
    }

    void Noise(Span<byte> word)
    {
        var from = dice.Roll(FrameBits);
        for (var bit = from; bit < Math.Min(FrameBits, from + 16); bit++)
        {
            if (dice.Falls(50))
                Flip(word, bit);
        }
    }

    void Fill(Span<byte> word)
    {
        foreach (ref var value in word)
            value = (byte)dice.Roll(256);
    }

    static void Shift(Span<byte> word, int by)
    {
        var bits = (((word[0] << 16) | (word[1] << 8) | word[2]) << by) | ((1 << by) - 1);
        (word[0], word[1], word[2]) = ((byte)((bits >> 16) & 0xFF), (byte)((bits >> 8) & 0xFF), (byte)(bits & 0xFF));
    }

    static void Force(Span<byte> word, int from, int to, bool high)
    {
        for (var bit = from; bit < to; bit++)
        {
            if ((word[bit / 8] & Mask(bit)) == 0 == high)
                Flip(word, bit);
        }
    }

    static void Flip(Span<byte> word, int bit) => word[bit / 8] ^= Mask(bit);

    static byte Mask(int bit) => (byte)(0x80 >> (bit % 8)); // the highest bit of a byte crosses the bus first

    static void Code(byte address, byte command, int said, Span<byte> word)
    {
        (word[0], word[1]) = ((byte)(said & 0xFF), (byte)(said >> 8));
        word[2] = SmbusPec.OfWordRead(address, command, word[0], word[1]);
    }
}
