using System.Diagnostics.CodeAnalysis;

namespace Checkpoint.Signals.Speaking;

/// <summary>
/// The language or dialect of a voice, as BCP 47 writes it: <c>zh-CN</c>, <c>en</c>, <c>yue</c>, or <c>zh-x-henan</c> for a dialect that has no tag
/// of its own. Compared without regard to case.
/// </summary>
public readonly record struct VoiceTag
{
    /// <summary>The longest tag, in characters.</summary>
    public const int MaxLength = 35;

    const int MaxPart = 8;

    VoiceTag(string value) => Value = value;

    /// <summary>The tag, as it was written.</summary>
    public string Value { get; }

    /// <summary>Whether it names a dialect that is known by its own people only.</summary>
    public bool IsPrivate => Value.Contains("-x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language that it belongs to, in small letters.</summary>
    public string Language => Value.Split('-')[0].ToLowerInvariant();

    /// <summary>Reads a tag: parts of one to eight letters or digits of ASCII between hyphens, the first of two or three letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VoiceTag tag)
    {
        var parts = text?.Split('-') ?? [];
        var good = text is { Length: <= MaxLength } && parts[0] is { Length: 2 or 3 } && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is >= 1 and <= MaxPart && part.All(char.IsAsciiLetterOrDigit));
        tag = good ? new(text!) : default;
        return good;
    }

    /// <summary>Reads a tag.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static VoiceTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is no language tag such as zh-CN.");

    /// <inheritdoc/>
    public bool Equals(VoiceTag other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
