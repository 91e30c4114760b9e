using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>An entry that was read from a damaged journal.</summary>
/// <param name="Record">The entry, under its own device, epoch and number.</param>
/// <param name="IsProven">Whether its link follows from the entry before; if not, the one before is lost, or one of the two was changed.</param>
sealed record SalvagedEntry(WireRecord Record, bool IsProven);
