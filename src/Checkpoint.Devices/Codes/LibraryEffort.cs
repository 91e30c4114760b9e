namespace Checkpoint.Devices.Codes;

/// <summary>How hard a library is asked to look.</summary>
enum LibraryEffort
{
    /// <summary>As hard as it can: what the bare library is measured with.</summary>
    Full,

    /// <summary>As hard as it can, with one threshold for the whole picture.</summary>
    OneThreshold,

    /// <summary>Once: neither smaller nor inverted.</summary>
    Once,

    /// <summary>Once, in a picture that is parted at middle grey already.</summary>
    OnceAtMiddle,

    /// <summary>Light on dark too, where <see cref="Full"/> does not look for it.</summary>
    Inverted,
}
