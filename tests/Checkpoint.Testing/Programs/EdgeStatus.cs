namespace Checkpoint.Testing.Programs;

/// <summary>What a box says of itself.</summary>
public sealed record EdgeStatus(
    string Device, string? Epoch, int Boot, long Written, long Released, long NotRecorded, bool Broker, bool CrowdDone)
{
    /// <summary>How it keeps its time.</summary>
    public EdgeTime? Clock { get; init; }

    /// <summary>What the volunteer sees.</summary>
    public EdgeSignal? Signal { get; init; }
}
