using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>dccDateOfBirth</c>: the last day that a date of birth may mean.</summary>
sealed class DateOfBirth(LogicExpression text) : LogicExpression
{
    static readonly LogicValue NoText = LogicValue.Failed("the operand of \"dccDateOfBirth\" is not text");
    static readonly LogicValue NoDate = LogicValue.Failed("the text of \"dccDateOfBirth\" is not a date of birth");

    public override ImmutableArray<LogicExpression> Operands { get; } = [text];

    public override LogicValue Evaluate(in LogicValue data)
    {
        var value = Operands[0].Evaluate(data);
        if (value.Kind != LogicKind.Text)
            return value.IsFailure ? value : NoText;
        return LogicMoment.ReadDate(value.Text!) is { } day ? LogicValue.Of(day) : NoDate;
    }
}
