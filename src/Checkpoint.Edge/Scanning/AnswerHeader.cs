using System.Buffers.Binary;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// What the scanner answers to a frame: 16 bytes, little-endian: magic and version <c>CPA2</c>, the frame's number (4), kind (1), a zero,
/// length (2), character set (4). The symbol's bytes follow.
/// </summary>
/// <param name="Number">The frame's number.</param>
/// <param name="Kind">What was read.</param>
/// <param name="Length">Bytes of the symbol, 0 … <see cref="MaxLength"/>; 0 where there is none.</param>
/// <param name="Eci">The character set that the code names, 0 … <see cref="MaxEci"/>; null, on the way −1, if it names none.</param>
readonly record struct AnswerHeader(uint Number, AnswerKind Kind, int Length, int? Eci = null)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 16;

    /// <summary>The greatest number of a character set (AIM ECI).</summary>
    public const int MaxEci = 999_999;

    const int NoEci = -1;

    /// <summary>The longest symbol handed over. One byte more than the longest text, so that a symbol cut short is still too long.</summary>
    public const int MaxLength = CodeText.MaxSentBytes + 1;

    static ReadOnlySpan<byte> Magic => "CPA2"u8;

    /// <summary>Writes it into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> target)
    {
        Magic.CopyTo(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Number);
        (target[8], target[9]) = ((byte)Kind, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], (ushort)Length);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], Eci ?? NoEci);
    }

    /// <summary>Reads it.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="number">The frame that was asked about.</param>
    /// <exception cref="InvalidDataException">The bytes are no answer to that frame, or break a limit.</exception>
    public static AnswerHeader Read(ReadOnlySpan<byte> source, uint number)
    {
        var answer = new AnswerHeader(
            BinaryPrimitives.ReadUInt32LittleEndian(source[4..]),
            (AnswerKind)source[8],
            BinaryPrimitives.ReadUInt16LittleEndian(source[10..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[12..]) is var eci && eci == NoEci ? null : eci);
        return source.StartsWith(Magic) && source[9] == 0 && answer.Number == number && IsSound(answer)
            ? answer
            : throw new InvalidDataException("Not an answer to this frame.");
    }

    static bool IsSound(AnswerHeader answer) => answer.Kind switch
    {
        AnswerKind.Nothing => answer is { Length: 0, Eci: null },
        AnswerKind.Symbol or AnswerKind.Part => answer is { Length: <= MaxLength, Eci: null or (>= 0 and <= MaxEci) },
        _ => false,
    };
}
