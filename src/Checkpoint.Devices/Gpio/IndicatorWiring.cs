using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

/// <summary>What there is to show a signal with.</summary>
/// <param name="Wired">What is connected.</param>
/// <param name="RelayPulse">How long the relay is on for one person.</param>
sealed record IndicatorWiring(IndicatorLines Wired, TimeSpan RelayPulse)
{
    /// <summary>Lamps that show a colour; none if there is nothing to show it with.</summary>
    public IndicatorLines LampsOf(LightColour colour) => Wired & colour switch
    {
        LightColour.White => IndicatorLines.White,
        LightColour.Green => IndicatorLines.Green,
        LightColour.Amber when !Wired.HasFlag(IndicatorLines.Amber) => IndicatorLines.Red | IndicatorLines.Green,
        LightColour.Amber => IndicatorLines.Amber,
        LightColour.Red => IndicatorLines.Red,
        _ => IndicatorLines.None,
    };
}
