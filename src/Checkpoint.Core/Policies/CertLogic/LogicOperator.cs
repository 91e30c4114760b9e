using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary>One operator: how many operands it takes, and what it makes of them.</summary>
/// <param name="Fewest">Operands, at least.</param>
/// <param name="Most">Operands, at most.</param>
/// <param name="Make">Makes the expression.</param>
sealed record LogicOperator(int Fewest, int Most, Func<ImmutableArray<LogicExpression>, LogicExpression> Make)
{
    const int Any = LogicExpression.MaxNodes;

    static readonly Dictionary<string, LogicOperator> All = new(StringComparer.Ordinal)
    {
        ["if"] = new(3, 3, of => new Conditional(of)),
        ["and"] = new(2, Any, of => new AllOf(of)),
        ["!"] = new(1, 1, of => new Negation(of[0])),
        ["==="] = new(2, 2, of => new Equality(of[0], of[1])),
        ["in"] = new(2, 2, of => new Membership(of[0], of[1])),
        ["+"] = new(2, 2, of => new Sum(of[0], of[1])),
        ["<"] = Compare(ComparisonOperator.Less, LogicKind.Number),
        ["<="] = Compare(ComparisonOperator.LessOrEqual, LogicKind.Number),
        [">"] = Compare(ComparisonOperator.Greater, LogicKind.Number),
        [">="] = Compare(ComparisonOperator.GreaterOrEqual, LogicKind.Number),
        ["before"] = Compare(ComparisonOperator.Less, LogicKind.Moment),
        ["not-after"] = Compare(ComparisonOperator.LessOrEqual, LogicKind.Moment),
        ["after"] = Compare(ComparisonOperator.Greater, LogicKind.Moment),
        ["not-before"] = Compare(ComparisonOperator.GreaterOrEqual, LogicKind.Moment),
        ["reduce"] = new(3, 3, of => new Reduction(of[0], of[1], of[2])),
        ["plusTime"] = new(3, 3, of => of[0]),
        ["extractFromUVCI"] = new(2, 2, of => of[0]),
        ["dccDateOfBirth"] = new(1, 1, of => of[0]),
    };

    /// <summary>How many operands, in words.</summary>
    public string Arity => (Fewest, Most) switch
    {
        (1, 1) => "one operand",
        (2, 2) => "two operands",
        (3, 3) => "three operands",
        (2, 3) => "two or three operands",
        _ => "two operands or more",
    };

    /// <summary>The operator of a name, or null.</summary>
    public static LogicOperator? Find(string name) => All.GetValueOrDefault(name);

    static LogicOperator Compare(ComparisonOperator comparing, LogicKind kind) => new(2, 3, of => new Comparison(comparing, kind, of));
}
