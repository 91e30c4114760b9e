using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>extractFromUVCI</c>: one fragment of a certificate's identifier, split at <c>/</c>, <c>#</c> and <c>:</c>.</summary>
sealed class UvciFragment(LogicExpression text, long place) : LogicExpression
{
    const string Prefix = "URN:UVCI:";

    static readonly LogicValue NoText = LogicValue.Failed("the operand of \"extractFromUVCI\" is neither text nor null");

    public override ImmutableArray<LogicExpression> Operands { get; } = [text];

    public override LogicValue Evaluate(in LogicValue data)
    {
        var value = Operands[0].Evaluate(data);
        if (value.Kind != LogicKind.Text)
            return value.IsFailure || value.IsNull ? value : NoText;
        if (place < 0)
            return default;

        var rest = value.Text!.AsSpan();
        if (rest.StartsWith(Prefix, StringComparison.Ordinal))
            rest = rest[Prefix.Length..];
        var index = 0L;
        foreach (var range in rest.SplitAny('/', '#', ':'))
        {
            if (index++ == place)
                return LogicValue.Of(rest[range].ToString());
        }

        return default;
    }
}
