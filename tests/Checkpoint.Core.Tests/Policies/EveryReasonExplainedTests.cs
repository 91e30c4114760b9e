using System.Text;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.Explaining;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Policies;

/// <summary>Whatever the default policy says is explained, in both languages, and no promise is made that it does not keep.</summary>
public sealed class EveryReasonExplainedTests
{
    // A risk area of its own, because the default policy comes with none.
    static readonly Policy Policy = DefaultPolicy.Policy with { RiskAreas = [new("4403", DateOnly.MinValue, DateOnly.MaxValue)] };

    // Said by the gate's machine or the volunteer, or only by rules that another policy may have.
    static readonly Reason[] OfNoFacts =
        [Reason.None, Reason.OneAtATime, Reason.LeftEarly, Reason.OccupantsUnchecked, Reason.AdmittedByHand, Reason.HeldByHand, Reason.RuleNotMet];

    [Fact]
    public void Every_reason_of_the_default_policy_is_explained_in_both_languages()
    {
        var explained = new HashSet<Reason>();

        foreach (var facts in Everybody())
        {
            var explanation = Explainer.Explain(Policy, facts);

            explained.Add(explanation.Decision.Main);
            ShouldBeWords(explanation.Words);
            if (explanation.Line is { } line)
                ShouldBeWords(line);
            var changed = explanation.Changes.Aggregate(facts, (some, change) => FactSetter.Set(some, change.Fact, change.To)!);
            if (!explanation.Changes.IsEmpty)
                Policy.Decide(changed).Verdict.ShouldBe(Verdict.Admit);
        }

        explained.ShouldBe(Enum.GetValues<Reason>().Except(OfNoFacts), ignoreOrder: true);
    }

    [Fact]
    public void Every_reason_that_no_fact_can_give_is_explained_too()
    {
        foreach (var reason in OfNoFacts.Except([Reason.None, Reason.RuleNotMet]))
        {
            var kind = reason == Reason.AdmittedByHand ? RecordKind.Override : RecordKind.Passage;

            ShouldBeWords(Explainer.Explain(Policy, Some.Record() with { Kind = kind, Decision = new(Verdict.Hold, reason) }).Words);
        }
    }

    static void ShouldBeWords(Signals.Words words)
    {
        words.Chinese.ShouldMatch("^(绿|黄|红)：.*[一-龥]");
        words.English.ShouldMatch("^(green|yellow|red): .{4,}$");
        words.English.ShouldAllBe(c => char.IsAscii(c));
    }

    static IEnumerable<Facts> Everybody() =>
        from direction in new[] { Direction.Entry, Direction.Exit }
        from code in Codes()
        from temperature in Temperatures()
        from attempt in new[] { 1, 2 }
        from visit in Visits()
        from now in new DateTimeOffset?[] { Deciding.Noon, Deciding.Noon.AddHours(-7), null }
        select new Facts(direction, code, temperature, attempt) { Visit = visit, Now = now };

    static IEnumerable<CodeCheck> Codes()
    {
        foreach (var outcome in Enum.GetValues<CodeOutcome>().Except([CodeOutcome.None]))
            yield return new(outcome, Some.Claims()) { Profile = PassProfile.Gp1 };
        foreach (var colour in Enum.GetValues<HealthColour>())
            yield return new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Colour = colour };
        foreach (var @class in Enum.GetValues<PassClass>())
            yield return new(CodeOutcome.Valid, Some.Claims() with { Class = @class });
        yield return new(CodeOutcome.Valid, Some.Claims() with { Class = PassClass.Visitor, Area = 4403_0501 });
        yield return new(CodeOutcome.Valid, Some.Claims()) { IsWatched = true };
        yield return new(CodeOutcome.Valid, Some.Claims() with { Class = PassClass.None })
        {
            Profile = PassProfile.Hc1,
            Document = new(Encoding.UTF8.GetBytes("""{"t":[{"sc":"2026-11-10T08:00:00Z"}]}""")),
        };
    }

    static IEnumerable<TemperatureCheck> Temperatures() => Enum.GetValues<TemperatureSkip>().Except([TemperatureSkip.None])
        .Select(Some.Skipped)
        .Concat([Some.Measured(36_50), Some.Measured(37_30), Some.Measured(38_00)]);

    static IEnumerable<VisitFacts?> Visits() =>
        [null, VisitFacts.NotSeen, new(1, IsInside: true, 5, 600), new(1, IsInside: false, VisitFacts.Never, 200, new(1, 1)), new(0, null, null, null, new(2, 0))];
}
