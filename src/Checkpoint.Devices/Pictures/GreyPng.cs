using System.Buffers.Binary;
using System.IO.Compression;

namespace Checkpoint.Devices.Pictures;

/// <summary>Reads PNG pictures as grey frames and writes grey frames as PNG (ISO/IEC 15948, "PNG specification").</summary>
/// <remarks>
/// Reads grey, grey with alpha, RGB, RGBA and palette pictures, up to 8 bits a channel, not interlaced; colour becomes luma (ITU-R
/// BT.601) and transparency becomes white paper. Hostile input ends in an <see cref="InvalidDataException"/>. Thread-safe.
/// </remarks>
public static class GreyPng
{
    /// <summary>Largest width and height read or written, in pixels.</summary>
    public const int MaxSide = 4096;

    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not a PNG picture that we read, or it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static GreyFrame ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MaxFileBytes)
            throw new InvalidDataException($"A file of {file.Length} bytes; expected at most {MaxFileBytes}.");
        var bytes = new byte[(int)file.Length];
        file.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <summary>Reads a picture from memory.</summary>
    /// <returns>A frame without gaps between its rows.</returns>
    /// <exception cref="InvalidDataException">It is not a PNG picture that we read, or it is damaged.</exception>
    public static GreyFrame Read(ReadOnlySpan<byte> png)
    {
        var file = PngFile.Parse(png);
        var pixels = new byte[file.Header.Width * file.Header.Height];
        using var inflated = new ZLibStream(file.Compressed, CompressionMode.Decompress);
        try
        {
            PngRows.Read(inflated, file, pixels);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("The picture has fewer rows than its header says.", error);
        }

        return new(pixels, file.Header.Width, file.Header.Height, file.Header.Width);
    }

    /// <summary>Writes a frame as an 8-bit grey picture.</summary>
    /// <param name="destination">Takes the picture; stays open.</param>
    /// <param name="frame">The frame, 1 … <see cref="MaxSide"/> pixels wide and high.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frame is too large, or has no pixels.</exception>
    public static void Write(Stream destination, in GreyFrame frame)
    {
        if (frame.Width is < 1 or > MaxSide || frame.Height is < 1 or > MaxSide)
            throw new ArgumentOutOfRangeException(nameof(frame), $"{frame.Width}×{frame.Height}", $"Expected 1 to {MaxSide} a side.");
        Span<byte> header = stackalloc byte[PngHeader.Length];
        header.Clear(); // compression, filter and interlace methods are 0
        BinaryPrimitives.WriteInt32BigEndian(header, frame.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], frame.Height);
        header[8] = 8;
        header[9] = (byte)PngColour.Grey;

        destination.Write(PngFile.Signature);
        PngChunk.Write(destination, "IHDR"u8, header);
        PngChunk.Write(destination, "IDAT"u8, Deflate(frame));
        PngChunk.Write(destination, "IEND"u8, []);
    }

    static byte[] Deflate(in GreyFrame frame)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < frame.Height; y++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(frame.Pixels.Span.Slice(y * frame.Stride, frame.Width));
            }
        }

        return deflated.ToArray();
    }
}
