namespace Checkpoint.Passes;

/// <summary>Signature algorithms that are taken.</summary>
enum SignatureAlgorithm
{
    /// <summary>ECDSA with SHA-256 (RFC 9053, section 2.1), signature as r and s of equal length.</summary>
    Es256,

    /// <summary>RSASSA-PSS with SHA-256 and a salt as long (RFC 8230, section 2).</summary>
    Ps256,
}
