namespace Checkpoint.Passes;

/// <summary>What exactly is wrong with a code that begins like a pass and cannot be read.</summary>
public enum PassFault
{
    /// <summary>No fault; the zero value, never produced.</summary>
    None = 0,

    /// <summary>What the text begins with.</summary>
    Prefix = 1,

    /// <summary>Characters that the text encoding (base45, base64url, base32, numeric) does not have, or a spelling that is not the right one.</summary>
    Text = 2,

    /// <summary>Compressed data that does not expand, or expands to more than any pass.</summary>
    Compression = 3,

    /// <summary>Not the structured data (CBOR, JSON) that it should be.</summary>
    Structure = 4,

    /// <summary>Structured data, but not the signed envelope (COSE, JWS) that it should be.</summary>
    Envelope = 5,

    /// <summary>A signature algorithm that is not taken.</summary>
    Algorithm = 6,

    /// <summary>A good envelope whose content lacks what a pass must say.</summary>
    Content = 7,

    /// <summary>A length outside the format's limits.</summary>
    Length = 8,

    /// <summary>A part's number or count that cannot be, or parts that do not belong together.</summary>
    Parts = 9,

    /// <summary>The signature's second spelling (n − s), which anybody can make of a good one and no issuer of ours writes.</summary>
    Signature = 10,
}
