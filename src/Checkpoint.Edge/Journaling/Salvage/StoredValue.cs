namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>A column's value as it lies on a page (https://www.sqlite.org/fileformat2.html, section 2.1).</summary>
/// <param name="Type">Its serial type: 0 null, 1 … 6 whole numbers, 8 and 9 the numbers 0 and 1, even from 12 bytes, odd from 13 text.</param>
/// <param name="Bytes">Its bytes.</param>
readonly record struct StoredValue(long Type, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether it is null.</summary>
    public bool IsNull => Type == 0;

    /// <summary>Whether it is bytes.</summary>
    public bool IsBlob => Type >= 12 && Type % 2 == 0;

    /// <summary>Whether it is text.</summary>
    public bool IsText => Type >= 13 && Type % 2 == 1;

    /// <summary>It as a whole number, or null if it is none.</summary>
    public long? Number => Type switch
    {
        8 => 0,
        9 => 1,
        >= 1 and <= 6 => Read(Bytes.Span),
        _ => null,
    };

    static long Read(ReadOnlySpan<byte> bytes)
    {
        long value = (sbyte)bytes[0];
        foreach (var b in bytes[1..])
            value = (value << 8) | b;
        return value;
    }
}
