using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Policies.Checking;

/// <summary>
/// People to try a policy on: every combination of the values at which its rules could change their minds. A fact that no rule reads, or a
/// value between two that are tried, changes no rule's mind and needs no case.
/// </summary>
static class CaseAxes
{
    static readonly LogicValue[] Always = [LogicValue.Of(0), LogicValue.Of(1), LogicValue.Of(VisitFacts.Never)];
    static readonly LogicValue[] Flags = [LogicValue.False, LogicValue.True];
    static readonly LogicValue[] Weekdays = [.. Enumerable.Range(1, 7).Select(day => LogicValue.Of(day))];
    static readonly LogicValue[] EdgesOfTheDay = [LogicValue.Of(0), LogicValue.Of(1439)];

    /// <summary>All of them, lazily, the given one first.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="rules">The rules whose facts are varied.</param>
    /// <param name="person">Somebody ordinary, counted and on time.</param>
    /// <param name="withUnknown">Whether facts may also be unknown.</param>
    public static IEnumerable<Facts> Of(Policy policy, IReadOnlyCollection<PolicyRule> rules, Facts person, bool withUnknown)
    {
        IEnumerable<Facts> cases = [person];
        foreach (var fact in rules.SelectMany(rule => rule.Facts).Distinct())
        {
            var values = ValuesOf(fact, policy, rules, person);
            cases = cases.SelectMany(one => Vary(one, fact, values, withUnknown));
        }

        return cases;
    }

    static IEnumerable<Facts> Vary(Facts one, Fact fact, IReadOnlyList<LogicValue> values, bool withUnknown)
    {
        yield return one;
        foreach (var value in values)
        {
            if (FactSetter.Set(one, fact, value) is { } varied && varied != one)
                yield return varied;
        }

        if (fact is Fact.VisitKnown || (withUnknown && fact is Fact.EntriesToday or Fact.Inside or Fact.MinutesSinceEntry or Fact.MinutesSinceExit))
            yield return one with { Visit = null };
        if (fact is Fact.HouseholdKnown || (withUnknown && fact is Fact.HouseholdOutings or Fact.HouseholdAway))
            yield return one with { Visit = one.Visit is null ? null : one.Visit with { Household = null } };
        if (withUnknown && fact is Fact.Now or Fact.Date or Fact.Minute or Fact.Weekday)
            yield return one with { Now = null };
    }

    static List<LogicValue> ValuesOf(Fact fact, Policy policy, IReadOnlyCollection<PolicyRule> rules, Facts person)
    {
        var data = LogicValue.Of(new FactData(person, policy));
        var compared = rules.SelectMany(rule => Candidates.Of(rule.Logic, data)).Where(value => value.Fact == fact).Select(value => value.Value);
        return [.. Own(fact).Concat(compared).Distinct()];
    }

    static LogicValue[] Own(Fact fact) => fact switch
    {
        Fact.Inside => Flags,
        Fact.RiskArea => [LogicValue.False],
        Fact.Weekday => Weekdays,
        Fact.Minute => EdgesOfTheDay,
        Fact.EntriesToday or Fact.MinutesSinceEntry or Fact.MinutesSinceExit or Fact.HouseholdOutings or Fact.HouseholdAway => Always,
        _ => [],
    };
}
