using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What one start of a box's program says of its clock.</summary>
sealed record BootAnchor(BootKey Boot, ClockAnchor Anchor);
