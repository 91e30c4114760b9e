namespace Checkpoint.Scanning;

/// <summary>A code as the decoder read it, before anybody asked what it means (ISO/IEC 18004 calls it a symbol).</summary>
/// <param name="Bytes">The payload, as bytes: the decoder's guess at a character set is not trusted.</param>
/// <param name="IsPart">True if the decoder knows that this is one part of a structured-append set.</param>
/// <param name="Eci">The character set that the code itself names (AIM ECI assignment number), or null.</param>
public sealed record Symbol(ReadOnlyMemory<byte> Bytes, bool IsPart = false, int? Eci = null);
