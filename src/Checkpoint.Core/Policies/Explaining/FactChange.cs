using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Policies.Explaining;

/// <summary>A fact that would have had to be otherwise.</summary>
/// <param name="Fact">Which.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What would have done.</param>
public readonly record struct FactChange(Fact Fact, LogicValue From, LogicValue To);
