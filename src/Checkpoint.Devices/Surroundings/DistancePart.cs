namespace Checkpoint.Devices.Surroundings;

/// <summary>The distance sensors that a box may have.</summary>
public enum DistancePart
{
    /// <summary>None.</summary>
    None,

    /// <summary>STMicroelectronics VL53L1X.</summary>
    Vl53l1x,
}
