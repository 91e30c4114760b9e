using System.Collections.Immutable;

namespace Checkpoint.Delivery;

/// <summary>The outbox's next state and what must happen now.</summary>
/// <param name="Next">The state.</param>
/// <param name="Effects">To be carried out in order.</param>
public sealed record OutboxStep(OutboxState Next, ImmutableArray<OutboxEffect> Effects);
