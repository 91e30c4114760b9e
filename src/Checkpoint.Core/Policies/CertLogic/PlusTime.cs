using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>plusTime</c>: a date-time from text, shifted.</summary>
sealed class PlusTime(LogicExpression text, long amount, TimeUnit unit) : LogicExpression
{
    static readonly LogicValue NoText = LogicValue.Failed("the date of \"plusTime\" is not text");
    static readonly LogicValue NoDate = LogicValue.Failed("the text of \"plusTime\" is not a date or date-time");
    static readonly LogicValue TooFar = LogicValue.Failed("\"plusTime\" leads beyond the years 1 to 9999");

    // A date that stands in the expression is read once.
    readonly LogicValue? known = text is Literal literal ? Shift(literal.Value, amount, unit) : null;

    public override ImmutableArray<LogicExpression> Operands { get; } = [text];

    public override LogicValue Evaluate(in LogicValue data) => known ?? Shift(Operands[0].Evaluate(data), amount, unit);

    static LogicValue Shift(in LogicValue text, long amount, TimeUnit unit)
    {
        if (text.Kind != LogicKind.Text)
            return text.IsFailure ? text : NoText;
        if (LogicMoment.Read(text.Text!) is not { } moment)
            return NoDate;
        return LogicMoment.Shift(moment, amount, unit) is { } shifted ? LogicValue.Of(shifted) : TooFar;
    }
}
