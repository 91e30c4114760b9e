namespace Checkpoint.Devices.Scanners;

/// <summary>What a scanner is.</summary>
public enum ScannerKind
{
    /// <summary>A module of the GM65 or GM67 family on a serial line, which is asked whether it lives.</summary>
    Gm65,

    /// <summary>Any other on a serial line or a virtual port.</summary>
    Serial,

    /// <summary>One that types like a keyboard.</summary>
    Keyboard,
}
