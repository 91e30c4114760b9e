using System.Globalization;
using System.Text;

namespace Checkpoint.Lab.PowerCut;

/// <summary>An entry whose light was shown: it must be there after any cut.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Hash">Its link in the chain, 64 hexadecimal digits.</param>
sealed record Shown(long Seq, string Hash)
{
    /// <summary>As a line of the file of signals.</summary>
    public byte[] ToLine() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seq} {Hash}\n"));

    /// <summary>From a line.</summary>
    /// <exception cref="FormatException">Not such a line.</exception>
    public static Shown Parse(ReadOnlySpan<byte> line) =>
        Encoding.ASCII.GetString(line).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is [var seq, var hash]
            ? new(long.Parse(seq, CultureInfo.InvariantCulture), hash)
            : throw new FormatException("Not a line of the file of signals.");
}
