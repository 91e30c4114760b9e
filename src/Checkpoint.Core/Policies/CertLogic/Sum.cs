using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>+</c> of two whole numbers.</summary>
sealed class Sum(LogicExpression left, LogicExpression right) : LogicExpression
{
    const double Largest = 1L << 53;

    static readonly LogicValue NotWhole = LogicValue.Failed("an operand of \"+\" is not a whole number");
    static readonly LogicValue TooLarge = LogicValue.Failed("the sum is beyond ±2^53");

    public override ImmutableArray<LogicExpression> Operands { get; } = [left, right];

    public override LogicValue Evaluate(in LogicValue data)
    {
        var one = Operands[0].Evaluate(data);
        var other = Operands[1].Evaluate(data);
        if (one.IsWhole && other.IsWhole)
            return Math.Abs(one.Number + other.Number) <= Largest ? LogicValue.Of(one.Number + other.Number) : TooLarge;
        return one.IsFailure ? one : other.IsFailure ? other : NotWhole;
    }
}
