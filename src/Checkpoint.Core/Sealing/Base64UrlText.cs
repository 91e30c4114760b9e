using System.Buffers.Text;

namespace Checkpoint.Sealing;

/// <summary>Base64url without padding (RFC 7515, section 2) in ASCII bytes; one content has one spelling.</summary>
static class Base64UrlText
{
    /// <summary>Reads bytes; null if they are not spelt as <see cref="Base64Url"/> spells them, which forgives white space and stray bits.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<byte> text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromUtf8(text);
        return Base64Url.EncodeToUtf8(bytes).AsSpan().SequenceEqual(text) ? bytes : null;
    }
}
