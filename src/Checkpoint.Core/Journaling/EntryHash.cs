using System.Security.Cryptography;

namespace Checkpoint.Journaling;

/// <summary>
/// One link of a journal's hash chain: SHA-256 over the previous link and the canonical entry. 64 lower-case hexadecimal digits on
/// the wire.
/// </summary>
public readonly record struct EntryHash
{
    const int Length = 32;

    readonly string? hex;

    EntryHash(string hex) => this.hex = hex;

    /// <summary>What stands before a journal's first entry: 32 zero bytes.</summary>
    public static EntryHash Start { get; } = new(new string('0', 2 * Length));

    /// <summary>The 64 digits.</summary>
    public string Hex => hex ?? Start.Hex;

    /// <summary>The link after this one.</summary>
    /// <param name="canonical">The entry in canonical form (<see cref="CanonicalJson"/>).</param>
    public EntryHash Next(ReadOnlySpan<byte> canonical)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Convert.FromHexString(Hex));
        sha.AppendData(canonical);
        return new(Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    /// <summary>Reads a link.</summary>
    public static bool TryParse(string? text, out EntryHash hash)
    {
        var good = text is { Length: 2 * Length } && text.All(char.IsAsciiHexDigitLower);
        hash = good ? new(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public bool Equals(EntryHash other) => string.Equals(Hex, other.Hex, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Hex.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
