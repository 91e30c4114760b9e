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
}
