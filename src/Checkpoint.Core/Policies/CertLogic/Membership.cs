using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>in</c>: whether a list holds a value; no list (null) holds none, as the suite's null-safe cases have it.</summary>
/// <param name="item">The value.</param>
/// <param name="list">The list.</param>
public sealed class Membership(LogicExpression item, LogicExpression list) : LogicExpression
{
    static readonly LogicValue NoList = LogicValue.Failed("the second operand of \"in\" is neither a list nor null");

    /// <inheritdoc/>
    public override ImmutableArray<LogicExpression> Operands { get; } = [item, list];

    /// <inheritdoc/>
    public override LogicValue Evaluate(in LogicValue data)
    {
        var wanted = Operands[0].Evaluate(data);
        if (wanted.IsFailure)
            return wanted;
        var held = Operands[1].Evaluate(data);
        if (held.Kind is not (LogicKind.List or LogicKind.Null))
            return held.IsFailure ? held : NoList;
        foreach (var one in held.Items)
        {
            if (one.Equals(wanted))
                return LogicValue.True;
        }

        return LogicValue.False;
    }
}
