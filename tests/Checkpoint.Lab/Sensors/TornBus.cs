using System.Diagnostics;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Sensors;

/// <summary>A bus with an MLX90614 on it that tears frames, and knows which.</summary>
sealed class TornBus(Dice dice) : ISmbus
{
    const int HitPercent = 60; // of the frames of a reading, so that the later ones are torn alone too
    const int Ready = 0x0010;

    readonly byte[] before = new byte[3];
    Tear tear;
    int measured;
    int run;
    int runStart;

    /// <summary>Frames handed out so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Frames of this reading that were not what a sound sensor says, and the silences.</summary>
    public int Spoiled { get; private set; }

    /// <summary>Those of them that nevertheless fit their code, bear no error flag and are in range: what a driver that asks once believes.</summary>
    public int Fitting { get; private set; }

    /// <summary>Begins a reading.</summary>
    /// <param name="next">What happens to its frames.</param>
    /// <param name="word">What the sensor has measured.</param>
    public void Begin(Tear next, int word)
    {
        (tear, measured, Spoiled, Fitting) = (next, word, 0, 0);
        run = dice.Roll(FrameBits.Count) + 1;
        runStart = dice.Roll(FrameBits.Count - run + 1);
    }

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        Frames++;
        var said = command == Mlx90614.Flags ? Ready : measured;
        Span<byte> sound = stackalloc byte[3];
        Code(address, command, said, sound);
        sound.CopyTo(word);
        if (tear is Tear.StuckHigh or Tear.StuckLow || dice.Falls(HitPercent))
            Spoil(address, command, said, word);
        if (!word.SequenceEqual(sound))
            Count(address, command, word);
        word.CopyTo(before);
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes) => throw new IOException("No acknowledgement.");

    void Count(byte address, byte command, Span<byte> word)
    {
        Spoiled++;
        if (SmbusPec.OfWordRead(address, command, word[0], word[1]) == word[2] && IsTemperature(command, word[0] | (word[1] << 8)))
            Fitting++;
    }

    static bool IsTemperature(byte command, int word) => command switch
    {
        Mlx90614.Flags => false,
        Mlx90614.DieTemperature => word is >= Mlx90614.LowestDieWord and <= Mlx90614.HighestDieWord,
        _ => word is >= Mlx90614.LowestWord and <= Mlx90614.HighestWord,
    };

    void Spoil(byte address, byte command, int said, Span<byte> word)
    {
        switch (tear)
        {
            case Tear.None: return;
            case Tear.FewBits: FrameBits.Turn(word, dice, dice.Roll(3) + 1); return;
            case Tear.ManyBits: FrameBits.Turn(word, dice, dice.Roll(FrameBits.Count - 3) + 4); return;
            case Tear.Burst: FrameBits.Burst(word, dice); return;
            case Tear.Swapped: (word[0], word[1]) = (word[1], word[0]); return;
            case Tear.Shifted: FrameBits.Shift(word, dice.Roll(8) + 1); return;
            case Tear.LetGo: FrameBits.Force(word, dice.Roll(FrameBits.Count), FrameBits.Count, high: true); return;
            case Tear.HeldLow: FrameBits.Force(word, dice.Roll(FrameBits.Count), FrameBits.Count, high: false); return;
            case Tear.StuckHigh: FrameBits.Force(word, runStart, runStart + run, high: true); return;
            case Tear.StuckLow: FrameBits.Force(word, runStart, runStart + run, high: false); return;
            case Tear.OtherRegister: Code(address, (byte)(command ^ (dice.Roll(255) + 1)), dice.Roll(0x10000), word); return;
            case Tear.OtherAddress: Code((byte)(address ^ (dice.Roll(127) + 1)), command, dice.Roll(0x10000), word); return;
            case Tear.Repeated: before.CopyTo(word); return;
            case Tear.Flagged: Code(address, command, said | Mlx90614.ErrorFlag, word); return;
            case Tear.OutOfRange: Code(address, command, NoTemperature(), word); return;
            case Tear.Garbage: dice.Bytes(word.Length).CopyTo(word); return;
            case Tear.Ones: word.Fill(0xFF); return;
            case Tear.Zeros: word.Clear(); return;
            case Tear.Silence: Spoiled++; throw new IOException("No acknowledgement.");
            default: throw new UnreachableException();
        }
    }

    // Outside what the registers of the object and of the die can hold alike.
    int NoTemperature() => dice.Falls(50) ? dice.Roll(Mlx90614.LowestWord) : Mlx90614.HighestWord + 1 + dice.Roll(0x8000 - Mlx90614.HighestWord - 1);

    static void Code(byte address, byte command, int said, Span<byte> word)
    {
        (word[0], word[1]) = ((byte)(said & 0xFF), (byte)(said >> 8));
        word[2] = SmbusPec.OfWordRead(address, command, word[0], word[1]);
    }
}
