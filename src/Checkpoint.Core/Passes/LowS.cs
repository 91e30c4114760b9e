namespace Checkpoint.Passes;

/// <summary>
/// One spelling of an ES256 signature. With (r, s) also (r, n − s) fits the same bytes (SEC 1, section 4.1.4, uses s in no other way), so that
/// anybody could write a second code of the same pass; the one with the smaller s is the right one.
/// </summary>
static class LowS
{
    const int NumberBytes = 32;

    // The order of P-256 (SEC 2, section 2.4.2), big-endian, and the half of it; it is odd, so that s and n − s are never the same.
    static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ];

    static ReadOnlySpan<byte> Half =>
    [
        0x7F, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xDE, 0x73, 0x7D, 0x56, 0xD3, 0x8B, 0xCF, 0x42, 0x79, 0xDC, 0xE5, 0x61, 0x7E, 0x31, 0x92, 0xA8,
    ];

    /// <summary>Whether a signature has the smaller s.</summary>
    /// <param name="signature">r and s, 32 bytes each.</param>
    public static bool Has(ReadOnlySpan<byte> signature) => signature[NumberBytes..].SequenceCompareTo(Half) <= 0;

    /// <summary>Gives a signature the smaller s.</summary>
    /// <param name="signature">r and s, 32 bytes each, s below the order.</param>
    public static void Give(Span<byte> signature)
    {
        if (Has(signature))
            return;
        var s = signature[NumberBytes..];
        var borrow = 0;
        for (var i = NumberBytes - 1; i >= 0; i--)
        {
            var difference = Order[i] - s[i] - borrow;
            borrow = difference < 0 ? 1 : 0;
            s[i] = (byte)(difference & 0xFF);
        }
    }
}
