using Checkpoint.Scanning;

namespace Checkpoint.Sensing.Arrivals;

/// <summary>Somebody who was asked to wait until their skin has come to rest.</summary>
/// <param name="Code">The code they showed; nothing else tells that it is them again.</param>
/// <param name="Skin">What was measured so far.</param>
public sealed record Arrival(CodeFingerprint Code, Acclimatisation Skin);
