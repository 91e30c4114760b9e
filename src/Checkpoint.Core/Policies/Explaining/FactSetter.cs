using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Explaining;

/// <summary>Facts with one of them otherwise: for "what would have been green", and for trying a policy out.</summary>
static class FactSetter
{
    /// <summary>A number that begins like no area's; should a policy list its first digits all the same, deciding again shows it.</summary>
    public const uint NowhereArea = 999_999_999;

    /// <summary>The facts with one changed; null if it cannot be, or cannot have that value.</summary>
    public static Facts? Set(Facts facts, Fact fact, LogicValue value) => fact switch
    {
        Fact.Code => WireName<CodeOutcome>.TryParse(value.Text, out var outcome)
            ? facts with { Code = facts.Code with { Outcome = outcome, Colour = HealthColour.None } }
            : null,
        Fact.Colour => facts.Code.Outcome == CodeOutcome.HealthCode && WireName<HealthColour>.TryParse(value.Text, out var colour)
            ? facts with { Code = facts.Code with { Colour = colour } }
            : null, // no other code has a colour
        Fact.Surface => value is { IsWhole: true, Number: >= 30_00 and <= 45_00 }
            ? facts with { Temperature = new TemperatureCheck.Measured(SurfaceTemperature.FromHundredths((int)value.Number)) }
            : null,
        Fact.Attempt => Whole(value, 5) is { } attempt and > 0 ? facts with { Attempt = attempt } : null,
        Fact.Minute => Whole(value, 1439) is { } minute && facts.Now is { } now
            ? facts with { Now = new DateTimeOffset(now.Date, now.Offset).AddMinutes(minute) }
            : null,
        Fact.Weekday => Whole(value, 7) is { } day and > 0 && facts.Now is { } now ? facts with { Now = OnWeekday(now, day) } : null,
        Fact.RiskArea => value.Truth is { } risk ? InRiskArea(facts, risk) : null,
        Fact.EntriesToday or Fact.MinutesSinceEntry or Fact.MinutesSinceExit or Fact.Inside when facts.Visit is { } visit =>
            SetVisit(visit, fact, value) is { } changed ? facts with { Visit = changed } : null,
        Fact.HouseholdOutings or Fact.HouseholdAway when facts.Visit is { Household: { } household } visit =>
            Whole(value) is { } count ? facts with { Visit = visit with { Household = SetHousehold(household, fact, count) } } : null,
        _ => null,
    };

    static VisitFacts? SetVisit(VisitFacts visit, Fact fact, LogicValue value) => fact switch
    {
        Fact.Inside => value.Truth is { } inside ? visit with { IsInside = inside } : null,
        _ when Whole(value) is not { } => null,
        Fact.EntriesToday => visit with { EntriesToday = Whole(value) },
        Fact.MinutesSinceEntry => visit with { MinutesSinceEntry = Whole(value) },
        _ => visit with { MinutesSinceExit = Whole(value) },
    };

    static HouseholdFacts SetHousehold(HouseholdFacts household, Fact fact, int count) =>
        fact == Fact.HouseholdOutings ? household with { Outings = count } : household with { Away = count };

    static DateTimeOffset OnWeekday(DateTimeOffset now, int day) => now.AddDays(day - (now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek));

    static Facts? InRiskArea(Facts facts, bool risk) => risk || facts.Code.Claims is not { } claims
        ? null
        : facts with { Code = facts.Code with { Claims = claims with { Area = NowhereArea } } };

    static int? Whole(LogicValue value, int most = VisitFacts.Never) =>
        value.IsWhole && value.Number >= 0 && value.Number <= most ? (int)value.Number : null;
}
