using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>
/// The public key that each box was first heard with (<see cref="Checkpoint.Carrying.BoxKey"/>), kept with the ledger: another one counts
/// for nothing until a person says so.
/// </summary>
/// <remarks>Every member throws an <see cref="IOException"/> when the database fails.</remarks>
interface IBoxKeys
{
    /// <summary>A box was heard with a key: it is kept if it is the first.</summary>
    /// <returns>The key that the box is known by, which may be another.</returns>
    string Meet(DeviceId device, string key, DateTimeOffset at);

    /// <summary>A person says that this is the box's key from now on.</summary>
    void Trust(DeviceId device, string key, DateTimeOffset at);
}
