using System.Collections.Immutable;
using System.Diagnostics;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Two values, or three in a row, in order: <c>&lt; &lt;= &gt; &gt;=</c> of numbers, <c>before not-after after not-before</c> of date-times.</summary>
/// <param name="comparing">How.</param>
/// <param name="kind">Of what: <see cref="LogicKind.Number"/> or <see cref="LogicKind.Moment"/>.</param>
/// <param name="operands">Two or three.</param>
public sealed class Comparison(ComparisonOperator comparing, LogicKind kind, ImmutableArray<LogicExpression> operands) : LogicExpression
{
    static readonly LogicValue NotNumbers = LogicValue.Failed("an operand of a comparison is not a number");
    static readonly LogicValue NotMoments = LogicValue.Failed("an operand of a date-time comparison is not a date-time");

    /// <summary>How.</summary>
    public ComparisonOperator Comparing { get; } = comparing;

    /// <inheritdoc/>
    public override ImmutableArray<LogicExpression> Operands { get; } = operands;

    /// <inheritdoc/>
    public override LogicValue Evaluate(in LogicValue data)
    {
        var first = Operands[0].Evaluate(data);
        var second = Operands[1].Evaluate(data);
        var third = Operands.Length > 2 ? Operands[2].Evaluate(data) : second;
        if (first.Kind != kind || second.Kind != kind || third.Kind != kind)
            return Misfit(first, second, third);
        return LogicValue.Of(Holds(first.Number, second.Number) && (Operands.Length == 2 || Holds(second.Number, third.Number)));
    }

    bool Holds(double left, double right) => Comparing switch
    {
        ComparisonOperator.Less => left < right,
        ComparisonOperator.LessOrEqual => left <= right,
        ComparisonOperator.Greater => left > right,
        ComparisonOperator.GreaterOrEqual => left >= right,
        _ => throw new UnreachableException(),
    };

    LogicValue Misfit(in LogicValue first, in LogicValue second, in LogicValue third) =>
        first.IsFailure ? first
        : second.IsFailure ? second
        : third.IsFailure ? third
        : kind == LogicKind.Number ? NotNumbers : NotMoments;
}
