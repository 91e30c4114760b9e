namespace Checkpoint.Policies;

/// <summary>One thing that a rule can read with <c>var</c>. Its path is in <see cref="FactTable"/>.</summary>
public enum Fact
{
    /// <summary><c>direction</c>: "entry" or "exit".</summary>
    Direction = 0,

    /// <summary><c>code</c>: what checking the code came to, such as "valid".</summary>
    Code = 1,

    /// <summary><c>profile</c>: the kind of code, such as "gp1", "hc1", "none".</summary>
    Profile = 2,

    /// <summary><c>class</c>: what the pass was issued for, such as "resident", "none"; unknown until proven.</summary>
    Class = 3,

    /// <summary><c>area</c>: the pass's area as a number; unknown until proven, or if it names none.</summary>
    Area = 4,

    /// <summary><c>attempt</c>: which measurement, from 1.</summary>
    Attempt = 5,

    /// <summary><c>temperature</c>: "measured", or why not, such as "not-required".</summary>
    Temperature = 6,

    /// <summary><c>surface</c>: hundredths of a °C; unknown if not measured.</summary>
    Surface = 7,

    /// <summary><c>now</c>: date-time text for <c>plusTime</c>; unknown if the clock is.</summary>
    Now = 8,

    /// <summary><c>date</c>: local date as text.</summary>
    Date = 9,

    /// <summary><c>minute</c>: minute of the local day, 0 … 1439.</summary>
    Minute = 10,

    /// <summary><c>weekday</c>: 1 Monday … 7 Sunday, local.</summary>
    Weekday = 11,

    /// <summary><c>riskArea</c>: whether the pass's area is a risk area today; unknown if area or date are.</summary>
    RiskArea = 12,

    /// <summary><c>visit.known</c>: whether visits of this pass are counted; always known.</summary>
    VisitKnown = 13,

    /// <summary><c>visit.entriesToday</c>.</summary>
    EntriesToday = 14,

    /// <summary><c>visit.inside</c>.</summary>
    Inside = 15,

    /// <summary><c>visit.minutesSinceEntry</c>.</summary>
    MinutesSinceEntry = 16,

    /// <summary><c>visit.minutesSinceExit</c>.</summary>
    MinutesSinceExit = 17,

    /// <summary><c>household.known</c>: whether the pass names a household and it is counted; always known.</summary>
    HouseholdKnown = 18,

    /// <summary><c>household.outings</c>.</summary>
    HouseholdOutings = 19,

    /// <summary><c>household.away</c>.</summary>
    HouseholdAway = 20,

    /// <summary><c>payload…</c>: a health certificate's content; null if there is none. It is never recorded.</summary>
    Payload = 21,

    /// <summary><c>colour</c>: "green", "yellow", "red" or "not-confirmed" of a health code; "none" for every other code. Always known.</summary>
    Colour = 22,
}
