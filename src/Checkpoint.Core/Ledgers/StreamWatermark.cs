using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>How far the ledger has one journal of one box.</summary>
/// <param name="Device">The box.</param>
/// <param name="Watermark">How far, of which journal.</param>
public sealed record StreamWatermark(DeviceId Device, Watermark Watermark)
{
    /// <summary>The journal.</summary>
    public StreamKey Stream => new(Device, Watermark.Epoch);
}
