namespace Checkpoint.Devices.Thermometers;

/// <summary>The infrared thermometers that a box may have.</summary>
public enum ThermometerPart
{
    /// <summary>Melexis MLX90614: one spot, with a check code.</summary>
    Mlx90614,

    /// <summary>Melexis MLX90632: one spot, medical.</summary>
    Mlx90632,

    /// <summary>Melexis MLX90640: an image of 32 × 24.</summary>
    Mlx90640,
}
