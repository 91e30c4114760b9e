using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Reads and checks expressions (specification 1.3, schema <c>CertLogic/expression</c>). Every problem is told with its place.</summary>
public sealed class LogicParser
{
    readonly List<LogicProblem> problems = [];
    int nodes;

    LogicParser()
    {
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="json">The expression.</param>
    /// <param name="path">Where it stands in its file, for the problems.</param>
    /// <param name="expression">The expression, if there is no problem.</param>
    /// <returns>What is wrong with it; empty if nothing is.</returns>
    public static IReadOnlyList<LogicProblem> Parse(JsonElement json, string path, out LogicExpression? expression)
    {
        var parser = new LogicParser();
        var parsed = parser.Read(json, path, depth: 1);
        expression = parser.problems.Count == 0 ? parsed : null;
        return parser.problems;
    }

    LogicExpression Read(JsonElement json, string path, int depth)
    {
        if (depth > LogicExpression.MaxDepth)
            return Refuse(path, $"nested deeper than {LogicExpression.MaxDepth}");
        if (++nodes > LogicExpression.MaxNodes)
            return nodes > LogicExpression.MaxNodes + 1 ? Nothing : Refuse(path, $"more than {LogicExpression.MaxNodes} parts");

        return json.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.String => new Literal(LogicJson.Read(json)),
            JsonValueKind.Number => ReadNumber(json, path),
            JsonValueKind.Array => ReadList(json, path, depth),
            JsonValueKind.Object => ReadOperation(json, path, depth),
            _ => Refuse(path, "null is no expression"),
        };
    }

    Literal ReadNumber(JsonElement json, string path) =>
        json.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) <= 1L << 53
            ? new Literal(LogicValue.Of(number))
            : Refuse(path, "a number must be whole and within ±2^53");

    LogicExpression ReadList(JsonElement json, string path, int depth)
    {
        var items = ReadAll(json, path, depth);
        return items.All(item => item is Literal)
            ? new Literal(LogicValue.Of([.. items.Select(item => ((Literal)item).Value)]))
            : new ListOf(items);
    }

    LogicExpression ReadOperation(JsonElement json, string path, int depth)
    {
        var members = json.EnumerateObject();
        if (!members.MoveNext())
            return Refuse(path, "an operation has one member, its operator; this has none");
        var (name, operands) = (members.Current.Name, members.Current.Value);
        if (members.MoveNext())
            return Refuse(path, "an operation has one member, its operator; this has more");

        var inner = $"{path}.{name}";
        if (string.Equals(name, "var", StringComparison.Ordinal))
            return ReadVariable(operands, inner);
        if (LogicOperator.Find(name) is not { } known)
            return Refuse(path, $"\"{name}\" is no operator");
        if (operands.ValueKind != JsonValueKind.Array)
            return Refuse(inner, "the operands must be a list");
        var count = operands.GetArrayLength();
        if (count < known.Fewest || count > known.Most)
            return Refuse(inner, $"{known.Arity} expected, {count.ToString(CultureInfo.InvariantCulture)} found");
        return Build(name, known, operands, inner, depth);
    }

    LogicExpression ReadVariable(JsonElement path, string where) => path.ValueKind == JsonValueKind.String
        ? new Variable(path.GetString()!)
        : Refuse(where, "a path must be text");

    LogicExpression Build(string name, LogicOperator known, JsonElement operands, string path, int depth) => name switch
    {
        "plusTime" => ReadPlusTime(operands, path, depth),
        "extractFromUVCI" => new UvciFragment(First(operands, path, depth), ReadWhole(operands[1], $"{path}[1]")),
        "dccDateOfBirth" => new DateOfBirth(First(operands, path, depth)),
        _ => known.Make(ReadAll(operands, path, depth)),
    };

    PlusTime ReadPlusTime(JsonElement operands, string path, int depth)
    {
        var text = First(operands, path, depth);
        var amount = ReadWhole(operands[1], $"{path}[1]");
        TimeUnit? unit = operands[2].ValueKind != JsonValueKind.String ? null : operands[2].GetString() switch
        {
            "hour" => TimeUnit.Hour,
            "day" => TimeUnit.Day,
            "month" => TimeUnit.Month,
            "year" => TimeUnit.Year,
            _ => null,
        };
        if (unit is null)
            Refuse($"{path}[2]", "the unit must be \"year\", \"month\", \"day\" or \"hour\"");
        return new(text, amount, unit ?? TimeUnit.Hour);
    }

    long ReadWhole(JsonElement json, string path)
    {
        const int Largest = 100_000_000;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number is >= -Largest and <= Largest)
            return number;
        Refuse(path, string.Create(CultureInfo.InvariantCulture, $"a whole number within ±{Largest} must stand here"));
        return 0;
    }

    LogicExpression First(JsonElement operands, string path, int depth) => Read(operands[0], $"{path}[0]", depth + 1);

    ImmutableArray<LogicExpression> ReadAll(JsonElement list, string path, int depth) =>
        [.. list.EnumerateArray().Select((item, i) => Read(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), depth + 1))];

    static Literal Nothing { get; } = new(default);

    Literal Refuse(string path, string message)
    {
        problems.Add(new(path, message));
        return Nothing;
    }
}
