using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Policies.Explaining;

/// <summary>Values at which an expression could change its mind: on and beside what its variables are compared with.</summary>
static class Candidates
{
    /// <summary>For each fact that the expression reads, the values to try; in the order in which they stand in the expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="data">What it is compared with may depend on other facts.</param>
    public static IEnumerable<FactValue> Of(LogicExpression expression, LogicValue data)
    {
        foreach (var part in expression.All)
        {
            foreach (var candidate in OfPart(part, data))
                yield return candidate;
        }
    }

    static IEnumerable<FactValue> OfPart(LogicExpression part, LogicValue data) => part switch
    {
        Comparison or Equality => Beside(part, data),
        Membership when FactOf(part.Operands[0]) is { } fact => OfList(fact, part.Operands[1].Evaluate(data)),
        Variable when FactOf(part) is { } fact && IsFlag(fact) => [new(fact, LogicValue.True), new(fact, LogicValue.False)],
        _ => [],
    };

    static IEnumerable<FactValue> Beside(LogicExpression part, LogicValue data)
    {
        for (var i = 0; i < part.Operands.Length; i++)
        {
            if (FactOf(part.Operands[i]) is not { } fact)
                continue;
            foreach (var j in new[] { i - 1, i + 1 }.Where(j => j >= 0 && j < part.Operands.Length))
            {
                foreach (var value in Around(part.Operands[j].Evaluate(data)))
                    yield return new(fact, value);
            }
        }
    }

    static IEnumerable<LogicValue> Around(LogicValue value) => value.IsWhole
        ? [value, LogicValue.Of(value.Number - 1), LogicValue.Of(value.Number + 1)]
        : value.IsFailure ? [] : [value];

    static List<FactValue> OfList(Fact fact, LogicValue list)
    {
        var values = new List<FactValue>();
        foreach (var item in list.Items)
            values.Add(new(fact, item));
        return values;
    }

    static bool IsFlag(Fact fact) => fact is Fact.RiskArea or Fact.Inside;

    static Fact? FactOf(LogicExpression part) => part is Variable variable ? FactTable.Find(variable.Path) : null;
}
