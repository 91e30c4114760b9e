using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Checkpoint.Passes;

/// <summary>
/// Short hashes in a pass, to compare what somebody says with what was registered, without the pass saying it. The pass id is the salt:
/// two passes of one person do not look alike, and a table made in advance is of no use.
/// </summary>
/// <remarks>
/// A wrong name fits by chance once in 65,536, a wrong plate once in 4.3 billion. Short on purpose: the check confirms what is known, and
/// leaves thousands of names possible for whoever only has the pass.
/// </remarks>
public static class SaltedCheck
{
    /// <summary>The check of a name: the first 2 bytes of SHA-256(pass id ‖ name in UTF-8), spaces and dots left out, in capitals.</summary>
    public static ushort OfName(PassId pass, string name) => BinaryPrimitives.ReadUInt16BigEndian(Hash(pass, name));

    /// <summary>The check of a vehicle's plate: the first 4 bytes, made likewise.</summary>
    public static uint OfVehicle(PassId pass, string plate) => BinaryPrimitives.ReadUInt32BigEndian(Hash(pass, plate));

    static byte[] Hash(PassId pass, string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c))).ToUpperInvariant();
        var salted = new byte[PassId.Length + Encoding.UTF8.GetByteCount(plain)];
        BinaryPrimitives.WriteUInt64BigEndian(salted, pass.Value);
        Encoding.UTF8.GetBytes(plain, salted.AsSpan(PassId.Length));
        return SHA256.HashData(salted);
    }
}
