namespace Checkpoint.Lab.Dcc;

/// <summary>How far a code came through the gate's own chain.</summary>
enum DccStage
{
    /// <summary>It does not even begin like a certificate.</summary>
    Prefix = 0,

    /// <summary>Its base45 cannot be read.</summary>
    Base45 = 1,

    /// <summary>It does not expand.</summary>
    Compression = 2,

    /// <summary>It is no CBOR, no COSE, or no token.</summary>
    Structure = 3,

    /// <summary>Key or signature.</summary>
    Signature = 4,

    /// <summary>Its content lacks something.</summary>
    Content = 5,

    /// <summary>The key may not sign such a thing.</summary>
    Purpose = 6,

    /// <summary>Its dates.</summary>
    Dates = 7,

    /// <summary>Through.</summary>
    Through = 8,
}
