namespace Checkpoint.Passes.Shc;

/// <summary>Why a key of a published key set is not taken.</summary>
public enum ShcKeyFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Not a key at all.</summary>
    Structure = 1,

    /// <summary>Not an elliptic-curve key.</summary>
    KeyType = 2,

    /// <summary>Not on P-256.</summary>
    Curve = 3,

    /// <summary>Not for ES256.</summary>
    Algorithm = 4,

    /// <summary>Not for signatures.</summary>
    Use = 5,

    /// <summary>Its name is not its thumbprint.</summary>
    Name = 6,

    /// <summary>The numbers are no point of the curve.</summary>
    Point = 7,

    /// <summary>A private key: it belongs with the issuer alone.</summary>
    Private = 8,
}
