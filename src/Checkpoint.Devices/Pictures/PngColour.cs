namespace Checkpoint.Devices.Pictures;

/// <summary>Colour types of PNG (ISO/IEC 15948, 11.2.2).</summary>
enum PngColour
{
    /// <summary>One grey channel.</summary>
    Grey = 0,

    /// <summary>Red, green, blue.</summary>
    Rgb = 2,

    /// <summary>An index into the palette.</summary>
    Palette = 3,

    /// <summary>Grey and alpha.</summary>
    GreyAlpha = 4,

    /// <summary>Red, green, blue, alpha.</summary>
    Rgba = 6,
}
