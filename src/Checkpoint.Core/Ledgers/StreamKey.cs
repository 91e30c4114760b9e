using Checkpoint.Journaling;

namespace Checkpoint.Ledgers;

/// <summary>One journal of one box.</summary>
/// <param name="Device">The box.</param>
/// <param name="Epoch">The journal.</param>
public readonly record struct StreamKey(DeviceId Device, Epoch Epoch)
{
    /// <summary>The journal that an entry belongs to.</summary>
    public static StreamKey Of(EntryKey key) => new(key.Device, key.Epoch);

    /// <summary>One entry of it.</summary>
    public EntryKey At(long seq) => new(Device, Epoch, seq);
}
