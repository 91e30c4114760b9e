using System.Collections.Immutable;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Explaining;

/// <summary>
/// Says why a decision came out as it did, and what would have been green. It asks the one decision function and judges nothing itself; the
/// gate's hot path does not come here.
/// </summary>
public static class Explainer
{
    /// <summary>Facts that are changed at once, at most; who would need more is told the reasons only.</summary>
    public const int MaxChanges = 4;

    const int MaxCandidates = 64;

    /// <summary>Explains the decision on these facts.</summary>
    public static Explanation Explain(Policy policy, Facts facts)
    {
        var decision = policy.Decide(facts);
        var changes = decision.Verdict == Verdict.Admit ? [] : Green(policy, facts);
        return new(decision, Trace(policy, facts), changes, ExplanationWords.Of(policy, facts, decision, changes))
        {
            Line = ExplanationWords.Line(policy, facts, decision, changes),
        };
    }

    /// <summary>Explains a record. What the volunteer decided, or the course of things, is told as it is: no rule was asked, and no other fact would have done.</summary>
    /// <param name="policy">The rules that the record was decided under.</param>
    /// <param name="record">The record.</param>
    public static Explanation Explain(Policy policy, PassageRecord record) => MachineReasons.IsByPolicy(record.Kind, record.Decision.Reasons)
        ? Explain(policy, record.Facts)
        : new(record.Decision, [], [], ExplanationWords.Of(policy, record.Facts, record.Decision, []));

    /// <summary>What every rule that applies read and came to.</summary>
    public static ImmutableArray<RuleTrace> Trace(Policy policy, Facts facts) =>
        [.. policy.Rules.Where(rule => rule.AppliesTo(facts)).Select(rule => Trace(policy, facts, rule))];

    static RuleTrace Trace(Policy policy, Facts facts, PolicyRule rule)
    {
        var data = new FactData(facts, policy);
        var result = rule.Logic.Evaluate(LogicValue.Of(data));
        var read = Enum.GetValues<Fact>().Where(fact => (data.ReadMask & (1u << (int)fact)) != 0);
        return new(rule, result, [.. read.Select(fact => new FactValue(fact, FactTable.Value(fact, facts, policy)))]);
    }

    // One finding after the other is taken away by the smallest change that does; the last word has the decision function.
    static ImmutableArray<FactChange> Green(Policy policy, Facts facts)
    {
        var changed = facts;
        var changes = ImmutableArray.CreateBuilder<FactChange>();
        foreach (var finding in policy.Judge(facts))
        {
            if (!policy.Judge(changed).Contains(finding))
                continue;
            if (Without(policy, changed, finding) is not { } step || changes.Count + step.Length > MaxChanges)
                return [];
            foreach (var change in step)
                changed = FactSetter.Set(changed, change.Fact, change.To)!;
            changes.AddRange(step);
        }

        return policy.Decide(changed).Verdict == Verdict.Admit ? changes.ToImmutable() : [];
    }

    static FactChange[]? Without(Policy policy, Facts facts, Finding finding)
    {
        var candidates = Try(policy, facts, finding).Distinct().Take(MaxCandidates)
            .OrderBy(candidate => Distance(candidate, FactTable.Value(candidate.Fact, facts, policy))).ToList();
        foreach (var one in candidates)
        {
            if (Apply(facts, one) is { } changed && !policy.Judge(changed).Contains(finding))
                return [Change(policy, facts, one)];
        }

        foreach (var (one, other) in Pairs(candidates))
        {
            if (Apply(facts, one) is { } half && Apply(half, other) is { } changed && !policy.Judge(changed).Contains(finding))
                return [Change(policy, facts, one), Change(policy, facts, other)];
        }

        return null;
    }

    static IEnumerable<FactValue> Try(Policy policy, Facts facts, Finding finding) => finding switch
    {
        { Rule: { } rule } => Candidates.Of(rule.Logic, LogicValue.Of(new FactData(facts, policy))),
        { Reason: Reason.OnWatchlist } => [],
        { Reason: Reason.ConfirmHealthCode or Reason.ColourNotConfirmed or Reason.HealthCodeYellow or Reason.HealthCodeRed } =>
            [new(Fact.Colour, LogicValue.Of(WireName<HealthColour>.Of(HealthColour.Green)))],
        { Reason: Reason.SkinCold or Reason.SkinWarm or Reason.SkinUnsettled } => [], // no other reading now would say more
        { Reason: var reason } when IsMeasured(reason) => [new(Fact.Surface, LogicValue.Of(HighestOrdinary(policy, facts.Temperature)))],
        _ => [new(Fact.Code, LogicValue.Of("valid"))],
    };

    static bool IsMeasured(Reason reason) => reason is Reason.TemperatureHigh or Reason.TemperatureStillHigh
        or Reason.TemperatureNotSteady or Reason.DistanceWrong or Reason.ThermometerFault or Reason.ThermometerWarmingUp or Reason.AirUnfit;

    // The nearest first: "at least 07:00", not "at least 22:59".
    static double Distance(FactValue candidate, LogicValue now) =>
        candidate.Value.Kind == LogicKind.Number && now.Kind == LogicKind.Number ? Math.Abs(candidate.Value.Number - now.Number) : 0;

    // Hundredths of a °C, under both lines.
    static int HighestOrdinary(Policy policy, TemperatureCheck check)
    {
        var line = check is TemperatureCheck.Measured { Judgement: { } judgement }
            ? Math.Min(judgement.Line, policy.RecheckFrom.Hundredths)
            : policy.RecheckFrom.Hundredths;
        return policy.Comparison == LineComparison.Strict ? line : line - 1;
    }

    static Facts? Apply(Facts facts, FactValue candidate) => FactSetter.Set(facts, candidate.Fact, candidate.Value);

    static FactChange Change(Policy policy, Facts facts, FactValue to) => new(to.Fact, FactTable.Value(to.Fact, facts, policy), to.Value);

    static IEnumerable<(FactValue One, FactValue Other)> Pairs(List<FactValue> candidates) =>
        from one in candidates
        from other in candidates
        where one.Fact < other.Fact
        select (one, other);
}
