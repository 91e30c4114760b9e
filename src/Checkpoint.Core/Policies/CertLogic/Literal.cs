using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary>A value that stands in the expression itself.</summary>
/// <param name="value">A truth value, a whole number, text, or a list of such.</param>
public sealed class Literal(LogicValue value) : LogicExpression
{
    /// <summary>The value.</summary>
    public LogicValue Value { get; } = value;

    /// <inheritdoc/>
    public override ImmutableArray<LogicExpression> Operands => [];

    /// <inheritdoc/>
    public override LogicValue Evaluate(in LogicValue data) => Value;
}
