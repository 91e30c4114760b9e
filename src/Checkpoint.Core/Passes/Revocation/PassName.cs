using System.Buffers.Binary;
using System.Text.Unicode;

namespace Checkpoint.Passes.Revocation;

/// <summary>What lists hash: the pass id, 8 bytes big-endian, and the key id in UTF-8.</summary>
static class PassName
{
    /// <summary>The most of a key id that counts.</summary>
    public const int MaxKeyIdBytes = 128;

    /// <summary>The longest name.</summary>
    public const int MaxBytes = PassId.Length + MaxKeyIdBytes;

    /// <summary>Writes the name.</summary>
    /// <returns>Its length.</returns>
    public static int Write(PassId pass, KeyId key, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, pass.Value);
        Utf8.FromUtf16(key.Value, target.Slice(PassId.Length, MaxKeyIdBytes), out _, out var length);
        return PassId.Length + length;
    }
}
