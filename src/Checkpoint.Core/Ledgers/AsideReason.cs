namespace Checkpoint.Ledgers;

/// <summary>Why a message was put aside. Stored by name: never rename.</summary>
public enum AsideReason
{
    /// <summary>The zero value, never produced.</summary>
    None,

    /// <summary>The topic names no box.</summary>
    UnknownTopic,

    /// <summary>The topic names a box that is not in the fleet.</summary>
    UnknownDevice,

    /// <summary>The box is known; what it speaks of is not.</summary>
    UnknownChannel,

    /// <summary>Larger than a payload may be.</summary>
    TooLarge,

    /// <summary>Not a payload of this contract's version, or records of another box.</summary>
    Unreadable,

    /// <summary>A record whose number is taken by one with another hash.</summary>
    Conflict,
}
