using System.Collections.Immutable;

namespace Checkpoint.Passages;

/// <summary>The gate's next state and what must happen now.</summary>
/// <param name="Next">The state.</param>
/// <param name="Effects">To be carried out in order.</param>
public sealed record PassageStep(GateState Next, ImmutableArray<PassageEffect> Effects)
{
    /// <summary>Nothing changes.</summary>
    public static PassageStep Stay(GateState state) => new(state, []);
}
