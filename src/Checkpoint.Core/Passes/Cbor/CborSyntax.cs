using System.Text.Unicode;

namespace Checkpoint.Passes.Cbor;

/// <summary>
/// Whether bytes are exactly one item that this reader takes (RFC 8949, section 5.3): no trailing bytes, no key twice, text in UTF-8, all
/// lengths within the bytes. Refuses by answering; allocates nothing, whatever lengths the bytes claim.
/// </summary>
ref struct CborSyntax
{
    /// <summary>Items within items, the outermost is 1.</summary>
    public const int MaxDepth = 16;

    /// <summary>Items in all.</summary>
    public const int MaxItems = 2048;

    /// <summary>Pairs in one map.</summary>
    public const int MaxPairs = 64;

    const byte OneByteSimple = 24;

    readonly ReadOnlySpan<byte> bytes;
    readonly CborForm form;
    int at;
    int items;

    CborSyntax(ReadOnlySpan<byte> bytes, CborForm form)
    {
        this.bytes = bytes;
        this.form = form;
    }

    /// <summary>Checks bytes.</summary>
    public static bool IsGood(ReadOnlySpan<byte> bytes, CborForm form)
    {
        var syntax = new CborSyntax(bytes, form);
        return syntax.Item(depth: 1) && syntax.at == bytes.Length;
    }

    /// <summary>Where the item ends that begins at <paramref name="at"/>, in bytes that were found good.</summary>
    public static int EndOf(ReadOnlySpan<byte> bytes, int at)
    {
        CborHead.TryRead(bytes, ref at, out var head);
        return head.Kind switch
        {
            CborKind.Bytes or CborKind.Text => at + (int)head.Argument,
            CborKind.Tag => EndOf(bytes, at),
            CborKind.Array or CborKind.Map when head.IsIndefinite => EndOfIndefinite(bytes, at),
            CborKind.Array => EndOfMany(bytes, at, (int)head.Argument),
            CborKind.Map => EndOfMany(bytes, at, 2 * (int)head.Argument),
            _ => at,
        };
    }

    static int EndOfMany(ReadOnlySpan<byte> bytes, int at, int count)
    {
        for (; count > 0; count--)
            at = EndOf(bytes, at);
        return at;
    }

    static int EndOfIndefinite(ReadOnlySpan<byte> bytes, int at)
    {
        while (bytes[at] != 0xFF)
            at = EndOf(bytes, at);
        return at + 1;
    }

    bool Item(int depth)
    {
        if (depth > MaxDepth || ++items > MaxItems || !Head(out var head))
            return false;
        return head.Kind switch
        {
            CborKind.Unsigned or CborKind.Negative => true,
            CborKind.Bytes => Skip(head.Argument),
            CborKind.Text => Text(head.Argument),
            CborKind.Array => Array(head, depth),
            CborKind.Map => Map(head, depth),
            CborKind.Tag => Item(depth + 1),
            _ => head.Info != OneByteSimple && !head.IsBreak,
        };
    }

    bool Head(out CborHead head) =>
        CborHead.TryRead(bytes, ref at, out head) && (form == CborForm.Signed || (head.IsShortest && (!head.IsIndefinite || head.IsBreak)));

    bool Skip(ulong length)
    {
        if (length > (ulong)(bytes.Length - at))
            return false;
        at += (int)length;
        return true;
    }

    bool Text(ulong length)
    {
        var begin = at;
        return Skip(length) && Utf8.IsValid(bytes[begin..at]);
    }

    bool Array(CborHead head, int depth)
    {
        if (!head.IsIndefinite && head.Argument > (ulong)(bytes.Length - at))
            return false;
        for (var count = 0UL; head.IsIndefinite ? !AtBreak() : count < head.Argument; count++)
        {
            if (!Item(depth + 1))
                return false;
        }

        return true;
    }

    bool Map(CborHead head, int depth)
    {
        if (!head.IsIndefinite && head.Argument > MaxPairs)
            return false;
        Span<(int From, int To)> keys = stackalloc (int, int)[MaxPairs];
        for (var count = 0; head.IsIndefinite ? !AtBreak() : (ulong)count < head.Argument; count++)
        {
            var from = at;
            if (count == MaxPairs || !Key(depth) || IsKnown(keys[..count], from))
                return false;
            keys[count] = (from, at);
            if (!Item(depth + 1))
                return false;
        }

        return true;
    }

    bool Key(int depth) =>
        at < bytes.Length && (CborKind)(bytes[at] >> 5) is CborKind.Unsigned or CborKind.Negative or CborKind.Bytes or CborKind.Text
        && Item(depth + 1);

    // Another spelling of a number or a length does not make it another key.
    readonly bool IsKnown(ReadOnlySpan<(int From, int To)> keys, int from)
    {
        var key = bytes[from..at];
        var begin = 0;
        CborHead.TryRead(key, ref begin, out var head);
        foreach (var (first, last) in keys)
        {
            var other = bytes[first..last];
            var otherBegin = 0;
            CborHead.TryRead(other, ref otherBegin, out var otherHead);
            if (head.Kind == otherHead.Kind && head.Argument == otherHead.Argument && key[begin..].SequenceEqual(other[otherBegin..]))
                return true;
        }

        return false;
    }

    bool AtBreak()
    {
        var ends = at < bytes.Length && bytes[at] == 0xFF;
        at += ends ? 1 : 0;
        return ends;
    }
}
