using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>if</c>: one of two, and only that one is worked out.</summary>
sealed class Conditional(ImmutableArray<LogicExpression> operands) : LogicExpression
{
    static readonly LogicValue NeitherTrueNorFalse = LogicValue.Failed("the guard of \"if\" is neither true nor false");

    public override ImmutableArray<LogicExpression> Operands => operands;

    public override LogicValue Evaluate(in LogicValue data)
    {
        var guard = operands[0].Evaluate(data);
        return guard.Truth switch
        {
            true => operands[1].Evaluate(data),
            false => operands[2].Evaluate(data),
            null => guard.IsFailure ? guard : NeitherTrueNorFalse,
        };
    }
}
