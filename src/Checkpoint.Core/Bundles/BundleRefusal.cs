namespace Checkpoint.Bundles;

/// <summary>Why a bundle is not taken. Each has its own words (<see cref="BundleWords"/>).</summary>
public enum BundleRefusal
{
    /// <summary>No refusal; the zero value, never produced.</summary>
    None = 0,

    /// <summary>More than <see cref="SignedBundle.MaxBytes"/>.</summary>
    TooLarge = 1,

    /// <summary>Not a signed bundle: another file, or a torn one.</summary>
    NotABundle = 2,

    /// <summary>Signed with an algorithm that is not taken.</summary>
    Algorithm = 3,

    /// <summary>Signed by a key that is neither the root nor on the trust list.</summary>
    UnknownSigner = 4,

    /// <summary>The signature does not fit the content.</summary>
    BadSignature = 5,

    /// <summary>The signer is known, but may not sign this kind.</summary>
    SignerNotAllowed = 6,

    /// <summary>The signer's own time did not cover the moment of signing.</summary>
    SignerOutOfDate = 7,

    /// <summary>Well signed, but the content is not what its kind asks for.</summary>
    Malformed = 8,

    /// <summary>Made for a newer program.</summary>
    NewerFormat = 9,

    /// <summary>Another kind than the place where it lay says.</summary>
    WrongKind = 10,

    /// <summary>An older version than one that was in force here before.</summary>
    Older = 11,

    /// <summary>The version that is known here, with other content.</summary>
    Conflict = 12,

    /// <summary>A higher version that says it was signed before the one in force.</summary>
    SignedEarlier = 13,

    /// <summary>Changes to a version that is not the one in force: a whole list is needed.</summary>
    WrongBase = 14,

    /// <summary>Too many changes since the last whole list: a whole list is needed.</summary>
    TooManyDeltas = 15,

    /// <summary>Rules under which somebody who lives here could never enter, or an emergency vehicle could be stopped.</summary>
    Harmful = 16,
}
