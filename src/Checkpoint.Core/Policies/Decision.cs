using System.Collections.Immutable;
using Checkpoint.Signals;

namespace Checkpoint.Policies;

/// <summary>A verdict and its reasons.</summary>
/// <param name="Verdict">What the gate says.</param>
/// <param name="Reasons">Why, the one that decided first; never empty.</param>
public sealed record Decision(Verdict Verdict, ImmutableArray<Reason> Reasons)
{
    /// <summary>A decision for one reason.</summary>
    public Decision(Verdict verdict, Reason reason)
        : this(verdict, [reason])
    {
    }

    /// <summary>The reason that decided.</summary>
    public Reason Main => Reasons[0];

    /// <summary>The policy's rule that decided; null if none did.</summary>
    public PolicyRule? Rule { get; init; }

    /// <summary>The line for people.</summary>
    public Words Words => Main == Rule?.Reason && Rule?.Words is { } own ? own : ReasonWords.Of(Main);

    /// <inheritdoc/>
    public bool Equals(Decision? other) =>
        other is not null && Verdict == other.Verdict && string.Equals(Rule?.Id, other.Rule?.Id, StringComparison.Ordinal)
        && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Verdict, Main);
}
