using System.Collections.Immutable;
using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Policies.Explaining;

/// <summary>What one rule read and came to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Result">True if it was met; a failure or null if it could not be judged.</param>
/// <param name="Read">The facts that it read, with their values.</param>
public sealed record RuleTrace(PolicyRule Rule, LogicValue Result, ImmutableArray<FactValue> Read);
