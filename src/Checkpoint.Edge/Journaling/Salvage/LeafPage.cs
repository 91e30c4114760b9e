using System.Buffers.Binary;

namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>
/// A leaf page of a table, as it lies in a database file or its log, read without SQLite: what is damaged elsewhere does not matter here.
/// Source: https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1.
/// </summary>
static class LeafPage
{
    /// <summary>Bytes of a page, as SQLite makes them.</summary>
    public const int Bytes = 4096;

    /// <summary>Bytes of the file's header, before the first page's own.</summary>
    public const int FileHeaderBytes = 100;

    const byte TableLeaf = 0x0d;
    const int CellPointers = 8;
    const int LongestLocalPayload = Bytes - 35; // longer ones spill to other pages, as no entry does

    /// <summary>Its cells that can be read; none if it is another kind of page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="header">Where its header begins: 0, or 100 on a file's first page.</param>
    public static IEnumerable<LeafCell> CellsOf(byte[] page, int header = 0)
    {
        if (page[header] != TableLeaf)
            yield break;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(header + 3));
        for (var at = header + CellPointers; at < header + CellPointers + (2 * cells) && at + 2 <= page.Length; at += 2)
        {
            if (TryRead(page, BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(at))) is { } cell)
                yield return cell;
        }
    }

    /// <summary>The cell that begins somewhere on a page, or null if none that can be read does.</summary>
    public static LeafCell? TryRead(byte[] page, int at)
    {
        var next = at;
        return TryVarint(page, ref next, out var length) && length is > 0 and <= LongestLocalPayload
            && TryVarint(page, ref next, out var row) && next + length <= page.Length
                ? Columns(page.AsMemory(next, (int)length), at, row)
                : null;
    }

    static LeafCell? Columns(ReadOnlyMemory<byte> payload, int at, long row)
    {
        var next = 0;
        if (!TryVarint(payload.Span, ref next, out var headerLength) || headerLength > payload.Length)
            return null;
        var columns = new List<StoredValue>();
        var body = (int)headerLength;
        while (next < headerLength)
        {
            if (!TryVarint(payload.Span, ref next, out var type) || LengthOf(type) is not { } length || body + length > payload.Length)
                return null;
            columns.Add(new(type, payload.Slice(body, length)));
            body += length;
        }

        return new(at, row, columns);
    }

    static int? LengthOf(long type) => type switch
    {
        >= 0 and <= 4 => (int)type,
        5 => 6,
        6 or 7 => 8,
        8 or 9 => 0,
        >= 12 and < 2 * Bytes => (int)(type - 12) / 2,
        _ => null,
    };

    static bool TryVarint(ReadOnlySpan<byte> bytes, ref int at, out long value)
    {
        value = 0;
        for (var i = 0; i < 8 && at >= 0 && at < bytes.Length; i++)
        {
            var b = bytes[at++];
            value = (value << 7) | (uint)(b & 0x7f);
            if (b < 0x80)
                return true;
        }

        return false; // nine bytes are a number beyond 2^56, which nothing of ours reaches
    }
}
