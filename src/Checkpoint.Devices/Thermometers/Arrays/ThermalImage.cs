using System.Collections.Immutable;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>What a thermal camera sees: 24 rows of 32 surfaces.</summary>
/// <param name="Pixels">768 surfaces, row by row from the top left as the sensor sees it.</param>
public sealed record ThermalImage(ImmutableArray<SurfaceTemperature> Pixels)
{
    /// <summary>Surfaces in a row.</summary>
    public const int Columns = PixelConstants.Columns;

    /// <summary>Rows.</summary>
    public const int Rows = PixelConstants.Rows;

    /// <summary>One surface.</summary>
    /// <param name="column">0 … 31.</param>
    /// <param name="row">0 … 23.</param>
    public SurfaceTemperature this[int column, int row] => Pixels[(row * Columns) + column];

    /// <summary>The hottest surface.</summary>
    public SurfaceTemperature Hottest => Pixels.Max();
}
