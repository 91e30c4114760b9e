namespace Checkpoint.Passes;

/// <summary>What checking a code came to (查码). Each way of not knowing has its own value. Stored: never renumber or rename.</summary>
public enum CodeOutcome
{
    /// <summary>No outcome; the zero value, never produced.</summary>
    None = 0,

    /// <summary>A pass, signed by a key on the list, within its time.</summary>
    Valid = 1,

    /// <summary>The code holds nothing.</summary>
    Empty = 2,

    /// <summary>The code is larger than any pass.</summary>
    TooLong = 3,

    /// <summary>The code's bytes are not text.</summary>
    NotText = 4,

    /// <summary>The code is one part of several and cannot stand alone.</summary>
    Part = 5,

    /// <summary>Text, but no pass: another kind of code.</summary>
    NotAPass = 6,

    /// <summary>A pass signed by a key that is not on this box's list.</summary>
    UnknownIssuer = 7,

    /// <summary>A pass whose signature does not fit what it says.</summary>
    BadSignature = 8,

    /// <summary>A pass after its last minute.</summary>
    Expired = 9,

    /// <summary>A pass before its first minute.</summary>
    NotYetValid = 10,

    /// <summary>A good signature, but the box does not know the time well enough to judge the dates.</summary>
    ClockNotTrusted = 11,

    /// <summary>Skipped: the person has no phone and no paper.</summary>
    NoPhone = 12,

    /// <summary>Skipped: nothing was shown in time.</summary>
    NotShown = 13,

    /// <summary>Skipped: the volunteer took it over.</summary>
    ByHand = 14,

    /// <summary>A pass whose key id does not name the key that signed it.</summary>
    KeyMismatch = 15,

    /// <summary>A pass that its issuer has taken back. It was genuine: never called forged.</summary>
    Revoked = 16,

    /// <summary>A good pass for another area.</summary>
    WrongArea = 17,

    /// <summary>A good pass of a class that this checkpoint does not take.</summary>
    WrongClass = 18,

    /// <summary>The issuer is known, but may not issue such a pass: not for that class, that area or that purpose.</summary>
    IssuerNotAllowed = 19,

    /// <summary>The issuer's key is on the list, but its own time is over or has not begun.</summary>
    IssuerOutOfDate = 20,

    /// <summary>It begins like a pass, and what follows cannot be read; <see cref="CodeCheck.Fault"/> says what.</summary>
    Damaged = 21,

    /// <summary>An ID number whose check digit is right: it names somebody and proves nothing.</summary>
    IdentityOnly = 22,

    /// <summary>Looks like an ID number, but the check digit, the date or the area is wrong.</summary>
    IdNumberWrong = 23,

    /// <summary>A provincial health code: the box cannot read its colour, the volunteer confirms it.</summary>
    HealthCode = 24,

    /// <summary>A code of a box's own screen, with entries on their way to the hub: nobody's pass.</summary>
    CarryCode = 25,
}
