using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>The next state, and what is to be published now.</summary>
/// <param name="Next">The state.</param>
/// <param name="Publish">One batch, or null.</param>
public readonly record struct SalvageStep(SalvageState Next, SeqRange? Publish);
