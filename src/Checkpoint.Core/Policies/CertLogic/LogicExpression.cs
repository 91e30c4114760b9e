using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary>A checked expression of CertLogic (specification 1.3). Immutable; evaluating it never throws.</summary>
public abstract class LogicExpression
{
    /// <summary>Operations inside one another, at most.</summary>
    public const int MaxDepth = 64;

    /// <summary>Operations and literals in one expression, at most.</summary>
    public const int MaxNodes = 4096;

    /// <summary>The operands, in order.</summary>
    public abstract ImmutableArray<LogicExpression> Operands { get; }

    /// <summary>The expression and everything in it, outermost first.</summary>
    public IEnumerable<LogicExpression> All => Operands.SelectMany(operand => operand.All).Prepend(this);

    /// <summary>Works out the value.</summary>
    /// <param name="data">What <c>var</c> reads.</param>
    /// <returns>The value, or a failure where the data does not fit; the specification has implementations throw there.</returns>
    public abstract LogicValue Evaluate(in LogicValue data);
}
