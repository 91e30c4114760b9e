using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Passes;

namespace Checkpoint.Carrying;

/// <summary>
/// One QR code of a sequence: <c>CKQ1:SET:NUMBER:OF:CHECK:CONTENT/</c>, nothing but the characters of QR's alphanumeric mode (ISO/IEC 18004,
/// 7.4.4). The content is base45 (RFC 9285), which may end in a space: the closing stroke keeps it.
/// </summary>
/// <param name="Set">Which sequence: the first four bytes of the whole content's SHA-256.</param>
/// <param name="Number">Which code of it, from 1.</param>
/// <param name="Of">How many there are, at most <see cref="MaxOf"/>.</param>
/// <param name="Content">Its share, at most <see cref="MaxContent"/> bytes.</param>
public sealed record CarryCode(uint Set, int Number, int Of, ReadOnlyMemory<byte> Content)
{
    /// <summary>How every one begins.</summary>
    public const string Prefix = "CKQ1:";

    /// <summary>Codes in one sequence: five minutes at two a second.</summary>
    public const int MaxOf = 600;

    /// <summary>
    /// Bytes in one code: with what stands around them they fill version 20 at level L (1,249 characters), 97 modules. With its margin that is
    /// four dots a module on a 7" screen of 800 by 480, 0.72 mm, which hand scanners and phones read at arm's length.
    /// </summary>
    public const int MaxContent = 810;

    /// <summary>The QR version of every code of a sequence, so that they do not change size.</summary>
    public const int QrVersion = 20;

    const char End = '/';

    /// <summary>The text of the code.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Set:X8}:{Number}:{Of}:{Check:X8}:{Base45.Encode(Content.Span)}{End}");

    /// <summary>Whether a text begins like such a code.</summary>
    public static bool Recognises(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a text; small letters, as some keyboards make them, are let pass.</summary>
    /// <returns>The code, or null if it is none, or was not read right.</returns>
    public static CarryCode? TryRead(string text)
    {
        var parts = text.ToUpperInvariant().Split(':', 6);
        return parts is ["CKQ1", { Length: 8 } set, var number, var of, { Length: 8 } check, [.. var content, End]]
            && uint.TryParse(set, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var which)
            && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxOf
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= count
            && Base45.TryDecode(content, out var bytes) && bytes.Length is > 0 and <= MaxContent
            && uint.TryParse(check, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum)
            && new CarryCode(which, place, count, bytes) is var code && code.Check == sum
                ? code
                : null;
    }

    // What a keyboard swallows shows here, and the code is named, before the signature would refuse the whole.
    uint Check
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> place = stackalloc byte[8];
            BinaryPrimitives.WriteUInt32BigEndian(place, Set);
            BinaryPrimitives.WriteUInt16BigEndian(place[4..], (ushort)Number);
            BinaryPrimitives.WriteUInt16BigEndian(place[6..], (ushort)Of);
            hash.AppendData(place);
            hash.AppendData(Content.Span);
            return BinaryPrimitives.ReadUInt32BigEndian(hash.GetHashAndReset());
        }
    }
}
