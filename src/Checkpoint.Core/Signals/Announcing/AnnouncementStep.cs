using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>What follows.</summary>
/// <param name="Next">What is known then.</param>
/// <param name="Play">The announcement to begin now; null for none.</param>
/// <param name="Dropped">Those that will not be heard any more.</param>
public sealed record AnnouncementStep(AnnouncementState Next, AnnouncementDue? Play, ImmutableArray<AnnouncementDue> Dropped);
