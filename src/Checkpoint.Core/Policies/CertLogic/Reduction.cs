using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>reduce</c>: folds a list from the left; the lambda reads <c>current</c>, <c>accumulator</c>, and <c>data</c> as it was outside.</summary>
sealed class Reduction(LogicExpression list, LogicExpression lambda, LogicExpression initial) : LogicExpression
{
    static readonly LogicValue NoList = LogicValue.Failed("the first operand of \"reduce\" is neither a list nor null");

    public override ImmutableArray<LogicExpression> Operands { get; } = [list, lambda, initial];

    /// <summary>What the lambda reads instead of the data.</summary>
    public LogicExpression Lambda => Operands[1];

    public override LogicValue Evaluate(in LogicValue data)
    {
        var items = Operands[0].Evaluate(data);
        var accumulator = Operands[2].Evaluate(data);
        if (items.Kind is not (LogicKind.List or LogicKind.Null))
            return items.IsFailure ? items : NoList;
        foreach (var current in items.Items)
        {
            if (accumulator.IsFailure)
                return accumulator;
            accumulator = Lambda.Evaluate(LogicValue.Of(new Step(current, accumulator, data)));
        }

        return accumulator;
    }

    sealed class Step(LogicValue current, LogicValue accumulator, LogicValue data) : LogicMembers
    {
        public override bool IsEmpty => false;

        public override LogicValue Get(string name) => name switch
        {
            "current" => current,
            "accumulator" => accumulator,
            "data" => data,
            _ => default,
        };
    }
}
