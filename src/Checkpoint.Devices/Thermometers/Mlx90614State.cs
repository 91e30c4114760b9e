namespace Checkpoint.Devices.Thermometers;

/// <summary>What the MLX90614 says of itself (datasheet 3901090614, "Read Flags").</summary>
[Flags]
public enum Mlx90614State
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>INIT: it is ready after power-on. The bit reads 0 while it starts.</summary>
    Ready = 0x10,

    /// <summary>EE_DEAD: two errors in one of its cells, its calibration is lost.</summary>
    CellsDead = 0x20,

    /// <summary>EEBUSY: it is still writing or erasing a cell.</summary>
    CellsBusy = 0x80,
}
