namespace Checkpoint.Passes.Shc;

/// <summary>Why a card revocation list is not taken.</summary>
public enum ShcListFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Not the JSON that it should be.</summary>
    Structure = 1,

    /// <summary>It names cards in a way that nobody knows; only <c>rid</c> is defined.</summary>
    Method = 2,

    /// <summary>A card's name that cannot be one.</summary>
    Name = 3,

    /// <summary>A card twice.</summary>
    Duplicate = 4,

    /// <summary>Another version than the key set announces: an old list, or one of another key.</summary>
    Version = 5,
}
