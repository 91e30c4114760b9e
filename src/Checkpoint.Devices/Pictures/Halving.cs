namespace Checkpoint.Devices.Pictures;

/// <summary>
/// Halves a picture's width and height, each pixel the mean of four: noise, moiré and wide blur shrink, and with them the gaps that make
/// a module look like two.
/// </summary>
static class Halving
{
    /// <summary>Draws the halved picture; a last odd row or column is left out.</summary>
    /// <param name="source">At least 2×2 pixels.</param>
    /// <param name="target">Where to draw.</param>
    public static void Draw(in GreyFrame source, GreyCanvas target)
    {
        target.Resize(source.Width / 2, source.Height / 2);
        for (var y = 0; y < target.Height; y++)
        {
            var upper = source.Row(2 * y);
            var lower = source.Row((2 * y) + 1)[..upper.Length];
            var drawn = target.Row(y);
            for (var x = 0; x < drawn.Length; x++)
                drawn[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
        }
    }
}
