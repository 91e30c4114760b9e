namespace Checkpoint.Lab.Qr;

/// <summary>How a code is held before the camera.</summary>
/// <param name="Width">Pixels in a row of the frame.</param>
/// <param name="Height">Rows.</param>
/// <param name="PixelsPerModule">Size of a module, seen from the front.</param>
sealed record CodeLook(int Width, int Height, double PixelsPerModule)
{
    /// <summary>Turned in the plane of the picture, in degrees.</summary>
    public double Turn { get; init; }

    /// <summary>Leaned back, in degrees.</summary>
    public double Tilt { get; init; }

    /// <summary>Turned away to the side, in degrees.</summary>
    public double Pan { get; init; }

    /// <summary>Standard deviation of the lens's blur, in modules.</summary>
    public double Blur { get; init; }

    /// <summary>Standard deviation of the noise, in grey levels.</summary>
    public double Noise { get; init; } = 1;

    /// <summary>Grey level of the dark modules.</summary>
    public double Ink { get; init; } = 30;

    /// <summary>Grey level of the light modules.</summary>
    public double Paper { get; init; } = 220;

    /// <summary>Light on dark.</summary>
    public bool IsInverted { get; init; }

    /// <summary>Strength of a reflected lamp, in grey levels at its middle.</summary>
    public double Glare { get; init; }

    /// <summary>Whether a dark frame surrounds the quiet zone, as on a phone.</summary>
    public bool HasBezel { get; init; }
}
