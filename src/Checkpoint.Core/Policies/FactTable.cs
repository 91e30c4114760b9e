using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Policies;

/// <summary>The names that rules use, and the value of each fact.</summary>
public static class FactTable
{
    // What is unknown fails, so that no operator can turn it into a yes or a no; a rule may ask visit.known first.
    static readonly ImmutableArray<LogicValue> Unknown =
        [.. Enum.GetValues<Fact>().Select(fact => LogicValue.Failed($"not known: {PathOf(fact)}"))];

    static readonly Dictionary<string, Fact> ByPath =
        Enum.GetValues<Fact>().ToDictionary(PathOf, fact => fact, StringComparer.Ordinal);

    /// <summary>How rules name a fact.</summary>
    public static string PathOf(Fact fact) => fact switch
    {
        Fact.RiskArea => "riskArea",
        Fact.VisitKnown => "visit.known",
        Fact.EntriesToday => "visit.entriesToday",
        Fact.Inside => "visit.inside",
        Fact.MinutesSinceEntry => "visit.minutesSinceEntry",
        Fact.MinutesSinceExit => "visit.minutesSinceExit",
        Fact.HouseholdKnown => "household.known",
        Fact.HouseholdOutings => "household.outings",
        Fact.HouseholdAway => "household.away",
        _ => WireName<Fact>.Of(fact),
    };

    /// <summary>The fact of a path; null if there is none. Everything under <c>payload</c> is one fact.</summary>
    /// <param name="path">As <c>var</c> has it; <c>external.validationClock</c> is <see cref="Fact.Now"/>.</param>
    public static Fact? Find(string path) => path switch
    {
        "external.validationClock" => Fact.Now,
        _ when path.StartsWith("payload.", StringComparison.Ordinal) => Fact.Payload,
        _ => ByPath.TryGetValue(path, out var fact) ? fact : null,
    };

    /// <summary>The value of a fact; a failure that says so if it is not known.</summary>
    public static LogicValue Value(Fact fact, Facts facts, Policy policy)
    {
        var value = Known(fact, facts, policy);
        return value.IsNull && fact != Fact.Payload ? Unknown[(int)fact] : value;
    }

    static LogicValue Known(Fact fact, Facts facts, Policy policy) => fact switch
    {
        Fact.Direction => LogicValue.Of(WireName<Direction>.Of(facts.Direction)),
        Fact.Code => LogicValue.Of(WireName<CodeOutcome>.Of(facts.Code.Outcome)),
        Fact.Colour => LogicValue.Of(WireName<HealthColour>.Of(facts.Code.Colour)),
        Fact.Profile => LogicValue.Of(WireName<PassProfile>.Of(facts.Code.Profile)),
        Fact.Class => Proven(facts) is { } claims ? LogicValue.Of(WireName<PassClass>.Of(claims.Class)) : default,
        Fact.Area => Proven(facts) is { Area: > 0 } claims ? LogicValue.Of(claims.Area) : default,
        Fact.Attempt => LogicValue.Of(facts.Attempt),
        Fact.Temperature => LogicValue.Of(facts.Temperature is TemperatureCheck.Skipped s ? WireName<TemperatureSkip>.Of(s.Why) : "measured"),
        Fact.Surface => facts.Temperature is TemperatureCheck.Measured m ? LogicValue.Of(m.Surface.Hundredths) : default,
        Fact.Now or Fact.Date or Fact.Minute or Fact.Weekday => facts.Now is { } now ? OfTime(fact, now) : default,
        Fact.RiskArea => LogicValue.Of(policy.IsRiskArea(facts)),
        Fact.VisitKnown => LogicValue.Of(facts.Visit is not null),
        Fact.HouseholdKnown => LogicValue.Of(facts.Visit?.Household is not null),
        Fact.Payload => facts.IsProven && facts.Code.Document is { } document ? LogicJson.Read(document.Root) : default,
        _ => OfVisit(fact, facts.Visit),
    };

    static LogicValue OfTime(Fact fact, DateTimeOffset now) => fact switch
    {
        Fact.Now => LogicValue.Of(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        Fact.Date => LogicValue.Of(now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Fact.Minute => LogicValue.Of(now.Hour * 60 + now.Minute),
        Fact.Weekday => LogicValue.Of(now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek),
        _ => throw new UnreachableException(),
    };

    static LogicValue OfVisit(Fact fact, VisitFacts? visit) => fact switch
    {
        Fact.EntriesToday => LogicValue.Of(visit?.EntriesToday),
        Fact.Inside => LogicValue.Of(visit?.IsInside),
        Fact.MinutesSinceEntry => LogicValue.Of(visit?.MinutesSinceEntry),
        Fact.MinutesSinceExit => LogicValue.Of(visit?.MinutesSinceExit),
        Fact.HouseholdOutings => LogicValue.Of(visit?.Household?.Outings),
        Fact.HouseholdAway => LogicValue.Of(visit?.Household?.Away),
        _ => throw new UnreachableException(),
    };

    static PassClaims? Proven(Facts facts) => facts.IsProven ? facts.Code.Claims : null;
}
