using System.Collections.Immutable;

namespace Checkpoint.Delivery;

/// <summary>The ingest's next state and what must happen now.</summary>
/// <param name="Next">The state.</param>
/// <param name="Effects">To be carried out in order.</param>
public sealed record IngestStep(IngestState Next, ImmutableArray<IngestEffect> Effects);
