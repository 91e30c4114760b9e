using Checkpoint.Devices;

namespace Checkpoint.Edge.Scanning;

/// <summary>Reads codes in frames, away from the gate. One caller, one frame at a time.</summary>
interface ICodeScanner
{
    /// <summary>Reads one frame, now or never: a frame that cannot be read now is given up, since the camera has a newer one soon.</summary>
    /// <returns>What the frame showed. Never throws because of the frame, and takes well under a second.</returns>
    ValueTask<FrameScan> ScanAsync(GreyFrame frame);
}
