using System.Globalization;

namespace Checkpoint.Testing.Chaos;

/// <summary>What a fault meets. Two faults of one target wait for each other.</summary>
/// <param name="Part">Which part of a site.</param>
/// <param name="Index">Which one of them, from 0.</param>
public readonly record struct FaultTarget(SitePart Part, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part} {Index + 1}");
}
