namespace Checkpoint.Carrying;

/// <summary>Why something that was carried by hand is not taken. Each has its own words (<see cref="CarryWords"/>).</summary>
public enum CarryRefusal
{
    /// <summary>No refusal; the zero value.</summary>
    None = 0,

    /// <summary>Larger than such a file can be.</summary>
    TooLarge = 1,

    /// <summary>Another file, or not all of one.</summary>
    NotCarried = 2,

    /// <summary>The signature does not fit the content.</summary>
    BadSignature = 3,

    /// <summary>Well signed, but the content is not what it should be.</summary>
    Malformed = 4,

    /// <summary>Made by a newer program.</summary>
    NewerFormat = 5,

    /// <summary>The box is not in this hub's fleet.</summary>
    UnknownDevice = 6,

    /// <summary>Signed by another key than the one that the hub knows this box by.</summary>
    OtherKey = 7,

    /// <summary>Signed by a key that the trust list does not name as a hub's.</summary>
    UnknownHub = 8,

    /// <summary>For another box.</summary>
    OtherBox = 9,

    /// <summary>The codes are not all there; those that are missing are named.</summary>
    PartsMissing = 10,
}
