namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>One half image of an MLX90640 before any conversion: its RAM from 0x0400 on, its control register, and which half it is.</summary>
/// <param name="Ram">768 pixels, row by row, and 64 words of the part itself.</param>
/// <param name="Control">Control register 1.</param>
/// <param name="Half">0 or 1.</param>
sealed record Mlx90640Frame(ReadOnlyMemory<ushort> Ram, ushort Control, int Half)
{
    /// <summary>Words of the RAM.</summary>
    public const int Length = 832;

    const ushort NotMeasured = 0x7FFF;
    const int ChessBit = 0x1000;

    /// <summary>Whether the halves are the fields of a chessboard; otherwise they are every other row.</summary>
    public bool IsChess => (Control & ChessBit) != 0;

    /// <summary>Resolution of the converter, 0 to 3, for 16 to 19 bits.</summary>
    public int Resolution => (Control >> 10) & 3;

    /// <summary>Proportional to the absolute temperature, with the base-emitter voltage.</summary>
    public (int Ptat, int Vbe) Temperature => (Word(800), Word(768));

    /// <summary>The supply.</summary>
    public int Supply => Word(810);

    /// <summary>The gain.</summary>
    public int Gain => Word(778);

    /// <summary>The pixel that sees nothing, of this half.</summary>
    public int Blind => Word(Half == 0 ? 776 : 808);

    /// <summary>Whether all words that this half needs were measured.</summary>
    public bool IsWhole => Enumerable.Range(0, 64).Where(IsUsed).All(word => Ram.Span[768 + word] != NotMeasured);

    /// <summary>A word of the RAM as a number in two's complement.</summary>
    public int Word(int index) => unchecked((short)Ram.Span[index]);

    /// <summary>Whether a pixel was measured in this half.</summary>
    public bool Has(int pixel) => (IsChess ? ((pixel / 32) ^ pixel) & 1 : (pixel / 32) & 1) == Half;

    // Those that Melexis' own driver looks at.
    static bool IsUsed(int word) => word is 0 or (>= 8 and < 19) or (>= 20 and < 23) or (>= 24 and < 33) or (>= 40 and < 51) or (>= 52 and < 55) or >= 56;
}
