namespace Checkpoint.Lab.Qr;

/// <summary>What a picture shows.</summary>
enum QrKind
{
    /// <summary>No QR code.</summary>
    Empty,

    /// <summary>A code whose contents are known.</summary>
    Code,



}
