namespace Checkpoint.Journaling;

/// <summary>The name of a box: 1–32 of a–z, 0–9 and '-', starting with a letter or digit. It is part of every topic.</summary>
public readonly record struct DeviceId
{
    const int MaxLength = 32;

    DeviceId(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string? text, out DeviceId id)
    {
        var good = text is { Length: >= 1 and <= MaxLength } && text[0] != '-' && text.All(IsAllowed);
        id = good ? new(text!) : default;
        return good;
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a device name.</exception>
    public static DeviceId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Expected 1 to 32 of a-z, 0-9 and '-', not starting with '-'.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
}
