namespace Checkpoint.Sealing;

/// <summary>What an entry holds of a person's fields: nothing, a sealed text, or why there is none. Never the fields.</summary>
public abstract record FieldSeal
{
    FieldSeal()
    {
    }

    /// <summary>There was nothing to seal.</summary>
    public static FieldSeal Nothing { get; } = new Empty();

    /// <summary>There was nothing to seal.</summary>
    public sealed record Empty : FieldSeal;

    /// <summary>The fields, for the hub's private key alone.</summary>
    /// <param name="Token">A JWE in compact form, <see cref="CompactJwe.MaxLength"/> characters at most.</param>
    public sealed record Closed(string Token) : FieldSeal;

    /// <summary>The entry is written without them.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Skipped(SealSkip Why) : FieldSeal;
}
