namespace Checkpoint.Policies;

/// <summary>Why the gate says it. Stored and published: never renumber or rename.</summary>
public enum Reason
{
    /// <summary>No reason; the zero value, never produced.</summary>
    None = 0,

    /// <summary>All three steps are in order.</summary>
    AllInOrder = 1,

    /// <summary>Surface temperature on or over the line, first reading.</summary>
    TemperatureHigh = 2,

    /// <summary>Over the line again: to be referred to a clinical thermometer.</summary>
    TemperatureStillHigh = 3,

    /// <summary>No steady reading of a face yet.</summary>
    TemperatureNotSteady = 4,

    /// <summary>The thermometer is out of order: measure by hand.</summary>
    ThermometerFault = 5,

    /// <summary>No phone and no paper: register by hand.</summary>
    NoPhone = 6,

    /// <summary>No code was shown in time.</summary>
    CodeNotShown = 7,

    /// <summary>A code was shown that cannot be read as text.</summary>
    CodeUnreadable = 8,

    /// <summary>Another kind of code.</summary>
    NotAPass = 9,

    /// <summary>This box does not know who issued the pass.</summary>
    UnknownIssuer = 10,

    /// <summary>The pass's signature does not fit.</summary>
    BadSignature = 11,

    /// <summary>The pass is over.</summary>
    PassExpired = 12,

    /// <summary>The pass has not begun.</summary>
    PassNotYetValid = 13,

    /// <summary>The box's clock cannot judge the pass's dates.</summary>
    ClockNotTrusted = 14,

    /// <summary>Two people or two codes at once: one at a time.</summary>
    OneAtATime = 15,

    /// <summary>The person left before all steps were done.</summary>
    LeftEarly = 16,

    /// <summary>The vehicle left before every occupant was checked.</summary>
    OccupantsUnchecked = 17,

    /// <summary>The volunteer registered the person by hand and let them pass.</summary>
    AdmittedByHand = 18,

    /// <summary>The pass's key id does not name the key that signed it.</summary>
    PassKeyMismatch = 19,

    /// <summary>The issuer has taken the pass back.</summary>
    PassRevoked = 20,

    /// <summary>The pass is for another area.</summary>
    WrongArea = 21,

    /// <summary>This checkpoint does not take passes of that class.</summary>
    WrongClass = 22,

    /// <summary>The issuer may not issue such a pass.</summary>
    IssuerNotAllowed = 23,

    /// <summary>The issuer's key is out of its own time.</summary>
    IssuerOutOfDate = 24,

    /// <summary>It begins like a pass and cannot be read to the end.</summary>
    PassDamaged = 25,

    /// <summary>An ID number: compare the card and the face.</summary>
    IdentityUnproven = 26,

    /// <summary>Not a possible ID number.</summary>
    IdNumberWrong = 27,

    /// <summary>A health code whose colour was not asked for: look at it. Older entries say so of every health code.</summary>
    ConfirmHealthCode = 28,

    /// <summary>Somebody waits for the bearer of this pass.</summary>
    OnWatchlist = 29,

    /// <summary>The pass has entered and has not gone out (anti-passback).</summary>
    AlreadyInside = 30,

    /// <summary>The household's outings of this period are used.</summary>
    QuotaUsed = 31,

    /// <summary>Not at this hour.</summary>
    OutsideHours = 32,

    /// <summary>Comes from a risk area.</summary>
    FromRiskArea = 33,

    /// <summary>Out for longer than allowed.</summary>
    OutTooLong = 34,

    /// <summary>Another rule of the policy says so; the record names it.</summary>
    RuleNotMet = 35,

    /// <summary>An emergency vehicle: registered and let through.</summary>
    EmergencyPasses = 36,

    /// <summary>A rule of the policy reads something that this box does not know: a person looks.</summary>
    RuleNotJudged = 37,

    /// <summary>A health code that the volunteer saw green, and all else in order.</summary>
    HealthCodeGreen = 38,

    /// <summary>A health code that the volunteer saw yellow.</summary>
    HealthCodeYellow = 39,

    /// <summary>A health code that the volunteer saw red.</summary>
    HealthCodeRed = 40,

    /// <summary>The volunteer did not say a health code's colour in time.</summary>
    ColourNotConfirmed = 41,

    /// <summary>A code that carries a box's entries to the hub: not a pass.</summary>
    CarryCodeShown = 42,

    /// <summary>In from the cold, or skin colder than healthy skin is here: wait, then measure again.</summary>
    SkinCold = 43,

    /// <summary>Skin warmer than fever makes it, or cooling down: sun, a heater or exertion. Wait, then measure again.</summary>
    SkinWarm = 44,

    /// <summary>Skin that did not come to rest: to be referred to a clinical thermometer.</summary>
    SkinUnsettled = 45,

    /// <summary>Too near, too far or beside the thermometer.</summary>
    DistanceWrong = 46,

    /// <summary>The thermometer is not meant for this air: measure by hand.</summary>
    AirUnfit = 47,

    /// <summary>The thermometer has not warmed up: measure by hand.</summary>
    ThermometerWarmingUp = 48,

    /// <summary>The volunteer stopped the person, whatever the gate had said.</summary>
    HeldByHand = 49,
}
