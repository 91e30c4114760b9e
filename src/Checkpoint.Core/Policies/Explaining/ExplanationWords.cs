using System.Collections.Immutable;
using System.Globalization;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Signals;

namespace Checkpoint.Policies.Explaining;

/// <summary>An explanation in one line for people. It holds measurements and counts, and nothing that names anybody.</summary>
static class ExplanationWords
{
    /// <summary>All of it: colour, cause, and what would have been green.</summary>
    public static Words Of(Policy policy, Facts facts, Decision decision, ImmutableArray<FactChange> changes) =>
        Join(policy, decision, Measured(facts, decision) ?? decision.Words, changes);

    /// <summary>What the decision's own words do not say; null if they say all.</summary>
    public static Words? Line(Policy policy, Facts facts, Decision decision, ImmutableArray<FactChange> changes)
    {
        var measured = Measured(facts, decision);
        return measured is null && changes.IsEmpty ? null : Join(policy, decision, measured, changes);
    }

    static Words Join(Policy policy, Decision decision, Words? cause, ImmutableArray<FactChange> changes)
    {
        var colour = Colour(decision);
        var words = changes.Select(change => Change(policy, change)).ToList();
        var green = new Words(
            $"{string.Join("、", words.Select(word => word.Chinese))}则绿", $"{string.Join(" and ", words.Select(word => word.English))} would be green");
        return (cause, words) switch
        {
            ({ } told, []) => new($"{colour.Chinese}：{told.Chinese}", $"{colour.English}: {told.English}"),
            ({ } told, _) => new($"{colour.Chinese}：{told.Chinese}；{green.Chinese}", $"{colour.English}: {told.English}; {green.English}"),
            _ => new($"{colour.Chinese}：{green.Chinese}", $"{colour.English}: {green.English}"),
        };
    }

    static Words Colour(Decision decision) => SignalTable.For(decision).Light.Colour switch
    {
        LightColour.Green => new("绿", "green"),
        LightColour.Amber => new("黄", "yellow"),
        _ => new("红", "red"),
    };

    static Words? Measured(Facts facts, Decision decision)
    {
        if (decision.Main is not (Reason.TemperatureHigh or Reason.TemperatureStillHigh) || facts.Temperature is not TemperatureCheck.Measured m)
            return null;
        var surface = Celsius(m.Surface.Hundredths);
        var body = Body(m.Judgement);
        return new(
            $"体表{surface}{body?.Chinese}，第{Text(facts.Attempt)}次测量", $"{surface}{body?.English}, reading {Text(facts.Attempt)}");
    }

    // With its interval, because a forehead alone does not say more.
    static Words? Body(FaceJudgement? judgement)
    {
        if (judgement is null)
            return null;
        var (value, low, high) = judgement.Estimate;
        var range = $"{Celsius(low.Hundredths)}–{Celsius(high.Hundredths)}";
        return new($"（推算体温{Celsius(value.Hundredths)}，{range}）", $" (body perhaps {Celsius(value.Hundredths)}, {range.Replace('–', '-')})");
    }

    static Words Change(Policy policy, FactChange change)
    {
        var (from, to) = (change.From, change.To);
        var number = Text((long)to.Number);
        return change.Fact switch
        {
            Fact.Surface when policy.Comparison == LineComparison.Strict => new($"不高于{Celsius((int)to.Number)}", $"at most {Celsius((int)to.Number)}"),
            Fact.Surface => new($"低于{Celsius((int)to.Number + 1)}", $"below {Celsius((int)to.Number + 1)}"),
            Fact.Colour => new("绿色健康码", "a green health code"),
            Fact.Code => new("有效通行证", "a valid pass"),
            Fact.Inside => to.Truth == true ? new("此证已在内", "the pass inside") : new("此证已出", "the pass gone out"),
            Fact.RiskArea => new("不是风险地区", "an area without risk"),
            Fact.Minute => Bound(from.Number, to.Number, new("时间", "the time"), Time((int)to.Number)),
            Fact.Weekday => new($"星期{number}", $"weekday {number}"),
            Fact.EntriesToday => Bound(from.Number, to.Number, new("今日进入次数", "entries today"), number),
            Fact.MinutesSinceEntry => Bound(from.Number, to.Number, new("距上次进入分钟", "minutes since the last entry"), number),
            Fact.MinutesSinceExit => Bound(from.Number, to.Number, new("距上次外出分钟", "minutes since the last exit"), number),
            Fact.HouseholdOutings => Bound(from.Number, to.Number, new("本户外出次数", "outings of the household"), number),
            Fact.HouseholdAway => Bound(from.Number, to.Number, new("本户在外人数", "people of the household away"), number),
            _ => Bound(from.Number, to.Number, new(FactTable.PathOf(change.Fact), FactTable.PathOf(change.Fact)), number),
        };
    }

    static Words Bound(double from, double to, Words what, string value) => to < from
        ? new($"{what.Chinese}不超过{value}", $"{what.English} at most {value}")
        : new($"{what.Chinese}至少{value}", $"{what.English} at least {value}");

    static string Celsius(int hundredths) => (hundredths / 100m).ToString("0.0#", CultureInfo.InvariantCulture);

    static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
