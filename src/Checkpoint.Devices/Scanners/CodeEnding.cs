namespace Checkpoint.Devices.Scanners;

/// <summary>What a scanner puts after each code.</summary>
public enum CodeEnding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A carriage return.</summary>
    Cr,

    /// <summary>A line feed.</summary>
    Lf,

    /// <summary>Both.</summary>
    CrLf,

    /// <summary>A tabulator.</summary>
    Tab,
}
