using Checkpoint.Devices.Gpio;

namespace Checkpoint.Devices.Connected;

/// <summary>A device on lines of the GPIO chip or of a sound card, and how it does.</summary>
/// <param name="Device">What it is, for people.</param>
/// <param name="Faults">How often it failed, and whether it works now.</param>
public sealed record GateLines(string Device, LineFaults Faults);
