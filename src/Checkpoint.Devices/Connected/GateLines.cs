using Checkpoint.Devices.Gpio;

namespace Checkpoint.Devices.Connected;

/// <summary>A device on lines of the GPIO chip, and how they do.</summary>
/// <param name="Device">What it is, for people.</param>
/// <param name="Faults">How often its lines failed, and whether they work now.</param>
public sealed record GateLines(string Device, LineFaults Faults);
