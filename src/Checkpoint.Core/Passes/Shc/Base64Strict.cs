using System.Buffers;
using System.Buffers.Text;

namespace Checkpoint.Passes.Shc;

/// <summary>Base64url without padding (RFC 7515, section 2). Strict: only the one right spelling is read.</summary>
static class Base64Strict
{
    /// <summary>Reads bytes, or null.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done)
            return null;
        var plain = bytes[..length];
        return text.SequenceEqual(Base64Url.EncodeToString(plain)) ? plain : null;
    }
}
