using Checkpoint.Passages;

namespace Checkpoint.Devices.Simulated;

/// <summary>Whoever comes to the simulated gate together: one person on foot, or a vehicle with its occupants.</summary>
/// <param name="Note">Who this is, for people.</param>
/// <param name="Direction">Which way they go.</param>
/// <param name="InVehicle">True for a vehicle.</param>
/// <param name="Members">The people in the order in which they present themselves; exactly one on foot.</param>
sealed record CrowdParty(string Note, Direction Direction, bool InVehicle, IReadOnlyList<CrowdMember> Members);
