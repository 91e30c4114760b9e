using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary>A list whose items are worked out one by one.</summary>
sealed class ListOf(ImmutableArray<LogicExpression> items) : LogicExpression
{
    public override ImmutableArray<LogicExpression> Operands => items;

    public override LogicValue Evaluate(in LogicValue data)
    {
        var values = new LogicValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(data);
            if (values[i].IsFailure)
                return values[i];
        }

        return LogicValue.Of(values);
    }
}
