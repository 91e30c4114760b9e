using System.Text;

namespace Checkpoint.Passes.Cbor;

/// <summary>One item of CBOR (RFC 8949) and what is in it. Its bytes have passed <see cref="CborSyntax"/>.</summary>
readonly struct CborItem
{
    const byte Break = 0xFF; // ends what has no length

    readonly ReadOnlyMemory<byte> bytes;
    readonly CborHead head;
    readonly int body;

    CborItem(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        CborHead.TryRead(bytes.Span, ref body, out head);
    }

    /// <summary>What it is.</summary>
    public CborKind Kind => head.Kind;

    /// <summary>How its argument is written.</summary>
    public CborHead Head => head;

    /// <summary>The bytes of a byte string or a text.</summary>
    public ReadOnlyMemory<byte> Content => bytes[body..];

    /// <summary>The text, or null if it is none.</summary>
    public string? Text => Kind == CborKind.Text ? Encoding.UTF8.GetString(Content.Span) : null;

    /// <summary>The integer, or null if it is none or too large.</summary>
    public long? Number => (Kind, head.Argument) switch
    {
        (CborKind.Unsigned, <= long.MaxValue) => (long)head.Argument,
        (CborKind.Negative, <= long.MaxValue) => -1 - (long)head.Argument,
        _ => null,
    };

    /// <summary>The item inside a tag.</summary>
    public CborItem Tagged => new(bytes[body..]);

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">Where from.</param>
    /// <param name="form">How freely they may be written.</param>
    /// <param name="item">The item.</param>
    /// <returns>False if they are not exactly one good item.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, CborForm form, out CborItem item)
    {
        var good = CborSyntax.IsGood(bytes.Span, form);
        item = good ? new(bytes) : default;
        return good;
    }

    /// <summary>The items of an array; of a map each key and its value in turn; of anything else none.</summary>
    public IEnumerable<CborItem> Children()
    {
        if (Kind is not (CborKind.Array or CborKind.Map))
            yield break;
        for (var at = body; TryNext(ref at, out var child);)
            yield return child;
    }

    /// <summary>The value of a map's key, or null.</summary>
    public CborItem? Find(long key)
    {
        for (var at = Kind == CborKind.Map ? body : bytes.Length; TryNext(ref at, out var name) && TryNext(ref at, out var value);)
        {
            if (name.Number == key)
                return value;
        }

        return null;
    }

    /// <summary>The value of a map's key, or null.</summary>
    /// <param name="key">UTF-8.</param>
    public CborItem? Find(ReadOnlySpan<byte> key)
    {
        for (var at = Kind == CborKind.Map ? body : bytes.Length; TryNext(ref at, out var name) && TryNext(ref at, out var value);)
        {
            if (name.Kind == CborKind.Text && name.Content.Span.SequenceEqual(key))
                return value;
        }

        return null;
    }

    bool TryNext(ref int at, out CborItem item)
    {
        item = default;
        if (at >= bytes.Length || bytes.Span[at] == Break)
            return false;
        var end = CborSyntax.EndOf(bytes.Span, at);
        item = new(bytes[at..end]);
        at = end;
        return true;
    }
}
