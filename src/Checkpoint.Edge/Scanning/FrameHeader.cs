using System.Buffers.Binary;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// What precedes a frame's pixels on their way to the scanner: 16 bytes, little-endian: magic and version <c>CPF1</c>, number (4), width
/// (2), height (2), length (4). As many bytes follow as <see cref="Length"/> says: the rows, without gaps.
/// </summary>
/// <param name="Number">Counts the frames given to one scanner; its answer repeats it.</param>
/// <param name="Width">Pixels in a row, 1 … <see cref="MaxSide"/>.</param>
/// <param name="Height">Rows, 1 … <see cref="MaxSide"/>.</param>
readonly record struct FrameHeader(uint Number, int Width, int Height)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 16;

    /// <summary>The greatest width and height.</summary>
    public const int MaxSide = 4096;

    static ReadOnlySpan<byte> Magic => "CPF1"u8;

    /// <summary>Bytes of the pixels.</summary>
    public int Length => Width * Height;

    /// <summary>Whether a frame of this shape can be handed over.</summary>
    public static bool IsValid(int width, int height) => width is >= 1 and <= MaxSide && height is >= 1 and <= MaxSide;

    /// <summary>Writes it into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> target)
    {
        Magic.CopyTo(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Number);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], (ushort)Width);
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], (ushort)Height);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], Length);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no header, or break a limit.</exception>
    public static FrameHeader Read(ReadOnlySpan<byte> source)
    {
        var width = BinaryPrimitives.ReadUInt16LittleEndian(source[8..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(source[10..]);
        if (!source.StartsWith(Magic) || !IsValid(width, height))
            throw new InvalidDataException("Not a frame.");
        var header = new FrameHeader(BinaryPrimitives.ReadUInt32LittleEndian(source[4..]), width, height);
        return BinaryPrimitives.ReadInt32LittleEndian(source[12..]) == header.Length
            ? header
            : throw new InvalidDataException("A frame whose length is not that of its rows.");
    }
}
