using System.Collections.Immutable;
using System.Text;
using Checkpoint.Scanning;

namespace Checkpoint.Passes.Shc;

/// <summary>
/// Puts a health card of several codes together, whatever order they come in. Immutable. A part that does not belong to the others begins
/// a card of its own, so that two people's parts are never mixed knowingly.
/// </summary>
public sealed class ShcParts
{
    /// <summary>Parts are forgotten this long after the first: the next person's must not meet them.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    readonly ImmutableArray<string?> parts;
    readonly TimeSpan since;

    ShcParts(ImmutableArray<string?> parts, TimeSpan since)
    {
        this.parts = parts;
        this.since = since;
    }

    /// <summary>No part yet.</summary>
    public static ShcParts None { get; } = new([], TimeSpan.Zero);

    /// <summary>Parts seen.</summary>
    public int Have => parts.Count(part => part is not null);

    /// <summary>Parts in all; 0 for none yet.</summary>
    public int Of => parts.Length;

    /// <summary>Takes one code.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="at">When, monotonic.</param>
    /// <param name="card">The card if this was its last part; then no part is left.</param>
    /// <returns>The parts afterwards; unchanged if the code is no part of a card.</returns>
    public ShcParts Take(Symbol symbol, TimeSpan at, out ShcCard? card)
    {
        card = null;
        if (TryPart(symbol) is not { Part: { } part } text)
            return this;

        var next = Add(part, text.Token, at);
        if (next.Have < next.Of)
            return next;
        card = new(string.Concat(next.parts));
        return None;
    }

    static ShcText? TryPart(Symbol symbol)
    {
        if (!symbol.Bytes.Span.StartsWith("shc:/"u8) || symbol.IsPart || symbol.Bytes.Length > CodeText.MaxBytes)
            return null;
        return ShcText.TryRead(Encoding.UTF8.GetString(symbol.Bytes.Span), out var text) == PassFault.None ? text : null;
    }

    ShcParts Add(PartNumber part, string token, TimeSpan at)
    {
        var belongs = Of == part.Of && at - since < MaxAge && string.Equals(parts[part.Number - 1] ?? token, token, StringComparison.Ordinal);
        var before = belongs ? this : new ShcParts([.. new string?[part.Of]], at);
        return new(before.parts.SetItem(part.Number - 1, token), before.since);
    }
}
