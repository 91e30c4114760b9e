namespace Checkpoint.Devices.Thermometers;

/// <summary>One measurement of an MLX90632 before any conversion (datasheet 3901090632, "RAM").</summary>
/// <param name="ObjectNew">Sum of the infrared channel's two readings of the newer half.</param>
/// <param name="ObjectOld">Sum of the two readings of the older half.</param>
/// <param name="AmbientFirst">The die's first reading, RAM_3 of measurement 1.</param>
/// <param name="AmbientSecond">The die's second reading, RAM_3 of measurement 2.</param>
readonly record struct Mlx90632Sample(int ObjectNew, int ObjectOld, short AmbientFirst, short AmbientSecond);
