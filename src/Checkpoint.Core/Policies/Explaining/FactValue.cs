using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Policies.Explaining;

/// <summary>A fact and what it was.</summary>
/// <param name="Fact">Which.</param>
/// <param name="Value">A failure if it was not known.</param>
public readonly record struct FactValue(Fact Fact, LogicValue Value);
