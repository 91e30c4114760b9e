namespace Checkpoint.Devices.Codes;

/// <summary>One way to look for a code.</summary>
public enum Look
{
    /// <summary>The frame as it is, as hard as the library can.</summary>
    Plain,

    /// <summary>Halved, with one threshold: for noise, moiré and codes that are very near.</summary>
    Halved,

    /// <summary>Local contrast spread, then doubled: for faded print, glare and shadow.</summary>
    Contrast,

    /// <summary>Sharpened, then doubled: for codes out of focus or far away.</summary>
    Sharpened,

    /// <summary>Sharpened twice, then doubled: for codes far out of focus.</summary>
    SharpenedTwice,

    /// <summary>Light on dark, where the library does not look for it by itself.</summary>
    Inverted,
}
