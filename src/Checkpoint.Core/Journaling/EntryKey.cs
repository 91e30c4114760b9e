namespace Checkpoint.Journaling;

/// <summary>What makes an entry the same entry everywhere: in the journal, on the wire and in the ledger.</summary>
/// <param name="Device">The box that wrote it.</param>
/// <param name="Epoch">The journal it was written to.</param>
/// <param name="Seq">Its number in that journal, from 1, without gaps.</param>
public readonly record struct EntryKey(DeviceId Device, Epoch Epoch, long Seq);
