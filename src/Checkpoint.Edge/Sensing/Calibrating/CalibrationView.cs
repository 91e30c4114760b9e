using Checkpoint.Sensing.Calibrating;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>The stored calibration as it was read last; one writer, any readers.</summary>
sealed class CalibrationView
{
    volatile Calibration? stored;

    /// <summary>As it is stored; whether it belongs to the thermometer that is connected is for whoever reads that to say.</summary>
    public Calibration? Stored
    {
        get => stored;
        set => stored = value;
    }
}
