using System.Buffers.Binary;

namespace Checkpoint.Devices.Pictures;

/// <summary>One chunk of a PNG file (ISO/IEC 15948, 5.3): length, type, data, CRC over type and data.</summary>
/// <param name="type">Four letters; the first is a capital where a reader must know the chunk.</param>
/// <param name="data">What the chunk carries.</param>
readonly ref struct PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
{
    const int LengthBytes = 4;
    const int TypeBytes = 4;
    const int CrcBytes = 4;

    /// <summary>Bytes of a chunk besides its data.</summary>
    public const int Overhead = LengthBytes + TypeBytes + CrcBytes;

    /// <summary>Four letters.</summary>
    public ReadOnlySpan<byte> Type { get; } = type;

    /// <summary>What the chunk carries.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>True for a chunk that a reader may pass over.</summary>
    public bool IsAncillary => (Type[0] & 0x20) != 0;

    /// <summary>Reads the chunk at the start of some bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it, or its CRC is wrong.</exception>
    public static PngChunk Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Overhead || BinaryPrimitives.ReadUInt32BigEndian(bytes) > bytes.Length - Overhead)
            throw new InvalidDataException("The file ends within a chunk.");
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes);
        var covered = bytes.Slice(LengthBytes, TypeBytes + length);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[(LengthBytes + covered.Length)..]) == PngCrc.Of(covered)
            ? new(covered[..TypeBytes], covered[TypeBytes..])
            : throw new InvalidDataException("The CRC of a chunk is wrong.");
    }

    /// <summary>Writes a chunk.</summary>
    public static void Write(Stream destination, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[Overhead + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(LengthBytes));
        data.CopyTo(chunk.AsSpan(LengthBytes + TypeBytes));
        var covered = chunk.AsSpan(LengthBytes, TypeBytes + data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(LengthBytes + covered.Length), PngCrc.Of(covered));
        destination.Write(chunk);
    }
}
