using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>!</c>: whether the operand counts as false.</summary>
sealed class Negation(LogicExpression operand) : LogicExpression
{
    static readonly LogicValue NeitherTrueNorFalse = LogicValue.Failed("the operand of \"!\" is neither true nor false");

    public override ImmutableArray<LogicExpression> Operands => [operand];

    public override LogicValue Evaluate(in LogicValue data)
    {
        var value = operand.Evaluate(data);
        return value.Truth is { } truth ? LogicValue.Of(!truth) : value.IsFailure ? value : NeitherTrueNorFalse;
    }
}
