using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>and</c>: the first value that counts as false, or the last; the rest is not worked out.</summary>
sealed class AllOf(ImmutableArray<LogicExpression> operands) : LogicExpression
{
    static readonly LogicValue NeitherTrueNorFalse = LogicValue.Failed("an operand of \"and\" is neither true nor false");

    public override ImmutableArray<LogicExpression> Operands => operands;

    public override LogicValue Evaluate(in LogicValue data)
    {
        var value = LogicValue.True;
        foreach (var operand in operands)
        {
            value = operand.Evaluate(data);
            if (value.Truth is not { } truth)
                return value.IsFailure ? value : NeitherTrueNorFalse;
            if (!truth)
                return value;
        }

        return value;
    }
}
