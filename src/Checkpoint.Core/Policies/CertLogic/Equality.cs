using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>===</c>: equal in kind and content.</summary>
/// <param name="left">One.</param>
/// <param name="right">The other.</param>
public sealed class Equality(LogicExpression left, LogicExpression right) : LogicExpression
{
    /// <inheritdoc/>
    public override ImmutableArray<LogicExpression> Operands { get; } = [left, right];

    /// <inheritdoc/>
    public override LogicValue Evaluate(in LogicValue data)
    {
        var one = Operands[0].Evaluate(data);
        if (one.IsFailure)
            return one;
        var other = Operands[1].Evaluate(data);
        return other.IsFailure ? other : LogicValue.Of(one.Equals(other));
    }
}
