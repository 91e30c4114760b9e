using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>One person of the simulated crowd and what happens when they stand at the gate.</summary>
/// <param name="Note">Who this is, for people.</param>
/// <param name="Code">Takes out the picture they hold up to the camera; null if they have none. A crowd's pictures together would weigh more than the gate.</param>
/// <param name="Surfaces">Forehead temperature at each attempt, at least one; the last one repeats.</param>
/// <param name="Thermometer">How the thermometer fails while it looks at them.</param>
/// <param name="NoPhone">The volunteer presses "no phone" when no code comes.</param>
/// <param name="AdmittedByHand">The volunteer admits them by hand after the first signal that is not green.</param>
sealed record CrowdMember(
    string Note,
    Func<GreyFrame>? Code,
    IReadOnlyList<SurfaceTemperature> Surfaces,
    SmbusFault Thermometer,
    bool NoPhone,
    bool AdmittedByHand)
{
    /// <summary>What the volunteer says when the gate asks for the colour of their health code; null if nobody answers.</summary>
    public HealthColour? Colour { get; init; }

    /// <summary>The forehead at one attempt, counted from 0.</summary>
    public SurfaceTemperature SurfaceAt(int attempt) => Surfaces[Math.Min(attempt, Surfaces.Count - 1)];
}
