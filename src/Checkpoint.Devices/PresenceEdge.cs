using Checkpoint.Passages;

namespace Checkpoint.Devices;

/// <summary>Somebody came to the gate or went away.</summary>
/// <param name="Present">True at the rising edge.</param>
/// <param name="Direction">Which way they go, as two beams tell it; null where there is one beam.</param>
public readonly record struct PresenceEdge(bool Present, Direction? Direction);
