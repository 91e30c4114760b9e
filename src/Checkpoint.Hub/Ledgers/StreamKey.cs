using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One journal of one box.</summary>
readonly record struct StreamKey(DeviceId Device, Epoch Epoch)
{
    /// <summary>The journal that an entry belongs to.</summary>
    public static StreamKey Of(EntryKey key) => new(key.Device, key.Epoch);

    /// <summary>One entry of it.</summary>
    public EntryKey At(long seq) => new(Device, Epoch, seq);
}
