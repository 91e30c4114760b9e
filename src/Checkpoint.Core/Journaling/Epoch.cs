namespace Checkpoint.Journaling;

/// <summary>
/// The random name that a journal gets when its file is made: 16 lower-case hexadecimal digits. A rebuilt or cloned box starts
/// another epoch, so its sequence numbers can never be taken for the old ones.
/// </summary>
public readonly record struct Epoch
{
    const int Bytes = 8;

    Epoch(string value) => Value = value;

    /// <summary>The 16 digits.</summary>
    public string Value { get; }

    /// <summary>Makes an epoch from 8 random bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="random"/> is not 8 bytes.</exception>
    public static Epoch FromBytes(ReadOnlySpan<byte> random) => random.Length == Bytes
        ? new(Convert.ToHexStringLower(random))
        : throw new ArgumentException($"Expected {Bytes} bytes.", nameof(random));

    /// <summary>Reads an epoch.</summary>
    public static bool TryParse(string? text, out Epoch epoch)
    {
        var good = text is { Length: 2 * Bytes } && text.All(char.IsAsciiHexDigitLower);
        epoch = good ? new(text!) : default;
        return good;
    }

    /// <summary>Reads an epoch.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not an epoch.</exception>
    public static Epoch Parse(string text) =>
        TryParse(text, out var epoch) ? epoch : throw new FormatException("Expected 16 lower-case hexadecimal digits.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
