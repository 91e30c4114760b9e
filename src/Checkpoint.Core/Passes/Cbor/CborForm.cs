namespace Checkpoint.Passes.Cbor;

/// <summary>How freely an item may be written.</summary>
enum CborForm
{
    /// <summary>One spelling only: shortest heads, definite lengths. For what no signature covers, so that nobody can respell it.</summary>
    Envelope,

    /// <summary>Any well-formed spelling: the signature fixes it, and issuers' encoders differ.</summary>
    Signed,
}
