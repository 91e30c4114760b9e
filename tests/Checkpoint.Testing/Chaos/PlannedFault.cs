using System.Globalization;

namespace Checkpoint.Testing.Chaos;

/// <summary>One fault of a schedule.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Target">Where.</param>
/// <param name="At">When, since the start.</param>
/// <param name="Length">For how long; 0 for what is over at once, or lasts as long as a start takes.</param>
/// <param name="Detail">0 to 99: which step of the clock, which node of a cluster.</param>
public sealed record PlannedFault(int Number, ChaosFault Kind, FaultTarget Target, TimeSpan At, TimeSpan Length, int Detail)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"#{Number} at {At.TotalSeconds:0.0} s: {Kind} of {Target} for {Length.TotalSeconds:0.0} s ({Detail})");
}
