using System.Buffers.Binary;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// What the scanner answers to a frame: 12 bytes, little-endian: magic and version <c>CPA1</c>, the frame's number (4), kind (1), a zero,
/// length (2). The symbol's bytes follow.
/// </summary>
/// <param name="Number">The frame's number.</param>
/// <param name="Kind">What was read.</param>
/// <param name="Length">Bytes of the symbol, 0 … <see cref="MaxLength"/>; 0 where there is none.</param>
readonly record struct AnswerHeader(uint Number, AnswerKind Kind, int Length)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 12;

    /// <summary>The longest symbol handed over. One byte more than the longest text, so that a symbol cut short is still too long.</summary>
    public const int MaxLength = CodeText.MaxSentBytes + 1;

    static ReadOnlySpan<byte> Magic => "CPA1"u8;

    /// <summary>Writes it into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> target)
    {
        Magic.CopyTo(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Number);
        (target[8], target[9]) = ((byte)Kind, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], (ushort)Length);
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
            BinaryPrimitives.ReadUInt16LittleEndian(source[10..]));
        return source.StartsWith(Magic) && source[9] == 0 && answer.Number == number && IsSound(answer)
            ? answer
            : throw new InvalidDataException("Not an answer to this frame.");
    }

    static bool IsSound(AnswerHeader answer) => answer.Kind switch
    {
        AnswerKind.Nothing => answer.Length == 0,
        AnswerKind.Symbol or AnswerKind.Part => answer.Length <= MaxLength,
        _ => false,
    };
}
