using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>What one of a box's voices can say.</summary>
/// <param name="Voice">Its language or dialect.</param>
/// <param name="Name">What people call it; empty without a pack.</param>
/// <param name="Recordings">Phrases that are recorded and good.</param>
/// <param name="IsSynthesised">Whether a machine reads the rest.</param>
public sealed record VoiceReport(VoiceTag Voice, string Name, int Recordings, bool IsSynthesised);
