using System.Buffers.Binary;
using System.Globalization;

namespace Checkpoint.Passes;

/// <summary>The random name of one pass, 8 bytes: the handle for revocation and the only link to a roster. It says nothing about its bearer.</summary>
/// <param name="Value">The 8 bytes, big-endian.</param>
public readonly record struct PassId(ulong Value)
{
    /// <summary>Bytes in a pass.</summary>
    public const int Length = 8;

    /// <summary>Reads 8 bytes, big-endian.</summary>
    public static PassId FromBytes(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static PassId Parse(string text) => text.Length == 2 * Length
        ? new(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        : throw new FormatException("Expected sixteen hexadecimal digits.");

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
