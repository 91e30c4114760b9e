using System.Globalization;

namespace Checkpoint.Testing.Simulation;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Box">Which box it happens to; of no account where it happens to the broker or the hub.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it is over.</param>
/// <param name="Strength">How bad it is, 1 to 100.</param>
sealed record Fault(FaultKind Kind, int Box, TimeSpan From, TimeSpan Until, int Strength)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kind} of box {Box}, {From.TotalSeconds:0.0} to {Until.TotalSeconds:0.0} s, strength {Strength}");
}
