using System.Text;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// The scanner's first words, once it can read frames: 64 bytes: magic and version <c>CPH1</c>, then its decoder's name in printable ASCII,
/// filled up with zeros.
/// </summary>
/// <param name="Decoder">The decoder's name, for people.</param>
readonly record struct ScannerHello(string Decoder)
{
    /// <summary>Bytes of the greeting.</summary>
    public const int Size = 64;

    static ReadOnlySpan<byte> Magic => "CPH1"u8;

    /// <summary>Writes it. A name that does not fit is cut; what is not printable becomes a question mark.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        for (var i = 0; i < Math.Min(Decoder.Length, Size - Magic.Length); i++)
            bytes[Magic.Length + i] = char.IsBetween(Decoder[i], ' ', '~') ? (byte)Decoder[i] : (byte)'?';
        return bytes;
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no greeting.</exception>
    public static ScannerHello Read(ReadOnlySpan<byte> source)
    {
        var name = source[Magic.Length..].TrimEnd((byte)0);
        return source.StartsWith(Magic) && name.Length > 0 && !name.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? new(Encoding.ASCII.GetString(name))
            : throw new InvalidDataException("Not a scanner's greeting.");
    }
}
