using System.Collections.Immutable;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes.Inspecting;

/// <summary>Everything that can be said of a code, for whoever has to say why a gate refuses it. It may be about a person: for a screen, never for a log.</summary>
/// <param name="Check">The gate's own answer.</param>
/// <param name="Findings">Each step by itself, in order.</param>
public sealed record PassInspection(CodeCheck Check, ImmutableArray<PassFinding> Findings)
{
    /// <summary>The code as text; empty if it is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the pass says, proven or not; null for what is no pass.</summary>
    public PassClaims? Claims { get; init; }

    /// <summary>Everything that a health certificate says, proven or not; null for every other code.</summary>
    public PassDocument? Document { get; init; }

    /// <summary>The key that it names; null for what nobody signs.</summary>
    public KeyId? Names { get; init; }

    /// <summary>The issuer that it names, where its kind has one.</summary>
    public string? Issuer { get; init; }

    /// <summary>The keys of that name on the trust list.</summary>
    public ImmutableArray<IssuerKey> Listed { get; init; } = [];

    /// <summary>The key that signed it; null if none is known to have.</summary>
    public IssuerKey? Signer { get; init; }

    /// <summary>Where the first fault is: a character of <see cref="Text"/>, or a byte of the symbol if there is no text, from 1; null if it is in no one place.</summary>
    public int? At { get; init; }
}
