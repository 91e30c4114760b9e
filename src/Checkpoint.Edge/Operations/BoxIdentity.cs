using Checkpoint.Journaling;

namespace Checkpoint.Edge.Operations;

/// <summary>What the running box is.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Program">Name and version of the program.</param>
sealed record BoxIdentity(DeviceId Device, string Program)
{
    /// <summary>Asks for the public key that the box signs with; null while it has none.</summary>
    public Func<string?> Key { get; init; } = () => null;
}
