namespace Checkpoint.Devices.Surroundings;

/// <summary>The sensors for the air that a box may have.</summary>
public enum AirPart
{
    /// <summary>None.</summary>
    None,

    /// <summary>Texas Instruments TMP117.</summary>
    Tmp117,
}
