using System.Collections.Immutable;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Signals;

namespace Checkpoint.Policies;

/// <summary>One rule of a policy: an expression that must hold, and what the gate says if it does not.</summary>
/// <param name="Id">Its name in records, kebab case.</param>
/// <param name="Logic">Must come to true (CertLogic); reads the facts of <see cref="Fact"/>.</param>
/// <param name="Verdict"><see cref="Verdict.Hold"/> or <see cref="Verdict.TurnBack"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record PolicyRule(string Id, LogicExpression Logic, Verdict Verdict, Reason Reason)
{
    /// <summary>The line for people; null for the reason's own.</summary>
    public Words? Words { get; init; }

    /// <summary>Classes of pass that it is about; empty for everybody, with a pass or without.</summary>
    public ImmutableArray<PassClass> Classes { get; init; } = [];

    /// <summary>Directions that it is about; empty for both.</summary>
    public ImmutableArray<Direction> Directions { get; init; } = [];

    /// <summary>Whether it is about these facts.</summary>
    public bool AppliesTo(Facts facts) =>
        (Directions.IsEmpty || Directions.Contains(facts.Direction))
        && (Classes.IsEmpty || (facts.IsProven && facts.Code.Claims is { } claims && Classes.Contains(claims.Class)));

    /// <summary>The facts that its expression can read.</summary>
    public IEnumerable<Fact> Facts => Logic.All.OfType<Variable>()
        .Select(variable => FactTable.Find(variable.Path))
        .OfType<Fact>()
        .Distinct();
}
