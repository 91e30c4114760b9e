using System.Buffers.Binary;

namespace Checkpoint.Devices.Pictures;

/// <summary>The header chunk of a PNG picture that we can read (ISO/IEC 15948, 11.2.2).</summary>
/// <param name="Width">Pixels in a row, 1 … <see cref="GreyPng.MaxSide"/>.</param>
/// <param name="Height">Rows, 1 … <see cref="GreyPng.MaxSide"/>.</param>
/// <param name="BitDepth">Bits a channel: 1, 2, 4 (grey and palette only) or 8.</param>
/// <param name="Colour">Meaning of the channels.</param>
sealed record PngHeader(int Width, int Height, int BitDepth, PngColour Colour)
{
    /// <summary>Bytes of the header chunk.</summary>
    public const int Length = 13;

    /// <summary>Channels a pixel.</summary>
    public int Channels => Colour switch
    {
        PngColour.GreyAlpha => 2,
        PngColour.Rgb => 3,
        PngColour.Rgba => 4,
        _ => 1,
    };

    /// <summary>Bytes in a row, without its filter byte.</summary>
    public int RowBytes => ((Width * Channels * BitDepth) + 7) / 8;

    /// <summary>Reads the header.</summary>
    /// <exception cref="InvalidDataException">The picture is too large, or of a kind that we do not read.</exception>
    public static PngHeader Parse(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != Length)
            throw new InvalidDataException($"A header of {chunk.Length} bytes; expected {Length}.");
        var width = BinaryPrimitives.ReadUInt32BigEndian(chunk);
        var height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        if (width is < 1 or > GreyPng.MaxSide || height is < 1 or > GreyPng.MaxSide)
            throw new InvalidDataException($"A picture of {width}×{height}; expected 1 to {GreyPng.MaxSide} a side.");
        var colour = (PngColour)chunk[9];
        if (!IsKnown(colour, chunk[8]))
            throw new InvalidDataException($"Colour type {chunk[9]} with {chunk[8]} bits; expected up to 8 bits a channel.");
        return chunk[10..].IndexOfAnyExcept((byte)0) < 0
            ? new((int)width, (int)height, chunk[8], colour)
            : throw new InvalidDataException("An interlaced picture, or unknown methods; expected neither.");
    }

    static bool IsKnown(PngColour colour, int bitDepth) => colour switch
    {
        PngColour.Grey or PngColour.Palette => bitDepth is 1 or 2 or 4 or 8,
        PngColour.Rgb or PngColour.GreyAlpha or PngColour.Rgba => bitDepth is 8,
        _ => false,
    };
}
