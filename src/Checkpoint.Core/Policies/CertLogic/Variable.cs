using System.Collections.Immutable;

namespace Checkpoint.Policies.CertLogic;

/// <summary><c>var</c>: reads the data. What is not there is null.</summary>
/// <param name="path">Names and places, split by dots; empty for the data as a whole.</param>
public sealed class Variable(string path) : LogicExpression
{
    readonly string[] fragments = path.Length == 0 ? [] : path.Split('.');

    /// <summary>The path.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public override ImmutableArray<LogicExpression> Operands => [];

    /// <inheritdoc/>
    public override LogicValue Evaluate(in LogicValue data)
    {
        var value = data;
        foreach (var fragment in fragments)
            value = value.Drill(fragment);
        return value;
    }
}
