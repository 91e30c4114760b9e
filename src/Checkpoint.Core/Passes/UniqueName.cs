using System.Security.Cryptography;
using System.Text;

namespace Checkpoint.Passes;

/// <summary>The <see cref="PassId"/> of a certificate of another system: the first 8 bytes of the SHA-256 of its own unique name.</summary>
static class UniqueName
{
    /// <summary>From its name.</summary>
    public static PassId ToPassId(string name) => ToPassId(Encoding.UTF8.GetBytes(name));

    /// <summary>From its name's bytes.</summary>
    public static PassId ToPassId(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        return PassId.FromBytes(hash);
    }
}
