namespace Checkpoint.Passes.Cose;

/// <summary>A COSE_Sign1 message taken apart (RFC 9052, section 4.2).</summary>
/// <param name="Algorithm">How it is signed.</param>
/// <param name="KeyId">The key that it names.</param>
/// <param name="Payload">What it carries.</param>
/// <param name="Covered">The bytes that the signature covers: its <c>Sig_structure</c>.</param>
/// <param name="Signature">The signature.</param>
sealed record CoseMessage(
    SignatureAlgorithm Algorithm,
    ReadOnlyMemory<byte> KeyId,
    ReadOnlyMemory<byte> Payload,
    ReadOnlyMemory<byte> Covered,
    ReadOnlyMemory<byte> Signature);
