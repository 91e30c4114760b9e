using System.Text.Json;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Expressions and data from JSON text.</summary>
static class Logic
{
    public static LogicValue Evaluate(string expression, string data = "{}") => Parse(expression).Evaluate(Json(data));

    public static LogicExpression Parse(string expression)
    {
        Problems(expression, out var parsed).ShouldBeEmpty();
        return parsed!;
    }

    public static IReadOnlyList<LogicProblem> Problems(string expression) => Problems(expression, out _);

    public static LogicValue Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LogicJson.Read(document.RootElement);
    }

    static IReadOnlyList<LogicProblem> Problems(string expression, out LogicExpression? parsed)
    {
        using var document = JsonDocument.Parse(expression, new() { MaxDepth = 1000 });
        return LogicParser.Parse(document.RootElement, "$", out parsed);
    }
}
