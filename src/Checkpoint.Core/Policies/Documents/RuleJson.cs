using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Documents;

/// <summary>
/// The rules of a policy as JSON: <c>id</c>, <c>logic</c> (must come to true), <c>otherwise</c> (<c>verdict</c>, <c>reason</c>),
/// <c>words</c> (<c>zh</c>, <c>en</c>), <c>applies</c> (<c>classes</c>, <c>directions</c>).
/// </summary>
static class RuleJson
{
    /// <summary>Rules in one policy, at most.</summary>
    public const int MaxRules = 64;

    const int LongestId = 48;
    const int LongestWords = 200;

    // What a rule can be about; the other reasons are the gate's own.
    static readonly Reason[] Reasons =
    [
        Reason.AlreadyInside, Reason.QuotaUsed, Reason.OutsideHours, Reason.FromRiskArea, Reason.OutTooLong, Reason.RuleNotMet,
        Reason.WrongArea, Reason.WrongClass, Reason.PassExpired, Reason.OnWatchlist,
    ];

    /// <summary>Reads the rules.</summary>
    public static ImmutableArray<PolicyRule> ReadAll(IReadOnlyList<(JsonElement Json, string Path)> items, List<LogicProblem> problems)
    {
        var rules = items.Select(item => Read(new(item.Json, item.Path, problems), problems)).ToImmutableArray();
        foreach (var twin in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            problems.Add(new("$.rules", $"the id \"{twin.Key}\" stands twice"));
        return rules;
    }

    static PolicyRule Read(StrictObject json, List<LogicProblem> problems)
    {
        var id = ReadId(json);
        var logic = ReadLogic(json, problems);
        var otherwise = json.Object("otherwise");
        var verdict = otherwise.Choice<Verdict>("verdict", otherwise: null, Verdict.Hold, Verdict.TurnBack);
        var reason = otherwise.Choice<Reason>("reason", otherwise: null, Reasons);
        otherwise.Close();
        var applies = json.Object("applies");
        var rule = new PolicyRule(id, logic, verdict, reason)
        {
            Words = ReadWords(json),
            Classes = ReadNames<PassClass>(applies, "classes", problems),
            Directions = ReadNames<Direction>(applies, "directions", problems),
        };
        applies.Close();
        json.Close();
        return rule;
    }

    static string ReadId(StrictObject json)
    {
        var id = json.Text("id", LongestId, isNeeded: true) ?? "";
        if (!id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            json.Refuse($"{json.Path}.id", "small letters, digits and hyphens are expected");
        return id;
    }

    static LogicExpression ReadLogic(StrictObject json, List<LogicProblem> problems)
    {
        var found = json.Raw("logic");
        if (found.ValueKind == JsonValueKind.Undefined)
            return new Literal(LogicValue.False);
        problems.AddRange(LogicParser.Parse(found, $"{json.Path}.logic", out var expression));
        if (expression is null)
            return new Literal(LogicValue.False);
        foreach (var path in Unreadable(expression))
            json.Refuse($"{json.Path}.logic", $"\"{path}\" is no fact");
        return expression;
    }

    // The lambda of a fold reads other data.
    static IEnumerable<string> Unreadable(LogicExpression expression) => expression switch
    {
        Variable { Path: var path } => FactTable.Find(path) is null ? [path] : [],
        Reduction fold => Unreadable(fold.Operands[0]).Concat(Unreadable(fold.Operands[2])),
        _ => expression.Operands.SelectMany(Unreadable),
    };

    static Words? ReadWords(StrictObject json)
    {
        if (!json.Has("words"))
            return null;
        var words = json.Object("words");
        var (chinese, english) = (words.Text("zh", LongestWords, isNeeded: true), words.Text("en", LongestWords, isNeeded: true));
        words.Close();
        return new(chinese ?? "", english ?? "");
    }

    static ImmutableArray<T> ReadNames<T>(StrictObject json, string name, List<LogicProblem> problems)
        where T : struct, Enum
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var (item, path) in json.List(name, 16))
        {
            if (item.ValueKind == JsonValueKind.String && WireName<T>.TryParse(item.GetString(), out var value))
                values.Add(value);
            else
                problems.Add(new(path, $"one of these is expected: {string.Join(", ", Enum.GetValues<T>().Select(WireName<T>.Of))}"));
        }

        return values.ToImmutable();
    }
}
