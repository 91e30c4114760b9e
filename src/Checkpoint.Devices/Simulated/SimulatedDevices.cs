namespace Checkpoint.Devices.Simulated;

/// <summary>Every device of a simulated gate, as those who stand before it know them.</summary>
/// <param name="Thermometer">What looks at their forehead.</param>
/// <param name="Air">What measures the air.</param>
/// <param name="Camera">What looks at their code.</param>
/// <param name="Presence">What notices them.</param>
/// <param name="Panel">What the volunteer presses.</param>
/// <param name="Indicator">What they look at.</param>
sealed record SimulatedDevices(
    SimulatedMlx90614 Thermometer,
    SimulatedTmp117 Air,
    SimulatedCamera Camera,
    SimulatedPresence Presence,
    SimulatedPanel Panel,
    SimulatedIndicator Indicator);
