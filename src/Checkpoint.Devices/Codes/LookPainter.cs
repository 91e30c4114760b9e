using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Codes;

/// <summary>Prepares the picture of a way to look. Its memory grows to the largest picture and stays.</summary>
sealed class LookPainter
{
    const int SmallestHalved = 16; // pixels a side; no code is smaller

    readonly GreyCanvas first = new();
    readonly GreyCanvas second = new();
    readonly UnsharpMask unsharp = new();
    readonly LocalContrast contrast = new();
    readonly CubicDoubling doubling = new();

    /// <summary>How hard the library has to look at the picture.</summary>
    public static LibraryEffort EffortOf(Look look) => look switch
    {
        Look.Plain => LibraryEffort.Full,
        Look.Halved => LibraryEffort.OneThreshold,
        Look.Contrast => LibraryEffort.OnceAtMiddle,
        Look.Inverted => LibraryEffort.Inverted,
        _ => LibraryEffort.Once,
    };

    /// <summary>The picture, and how many of its pixels are one of the frame's: doubled, 2; the picture is valid until the next call.</summary>
    public (GreyFrame Picture, double Scale) Paint(in GreyFrame frame, Look look)
    {
        switch (look)
        {
            case Look.Halved when frame.Width >= SmallestHalved && frame.Height >= SmallestHalved:
                Halving.Draw(frame, first);
                return (first.Frame, 0.5);
            case Look.Contrast:
                contrast.Draw(frame, first);
                return Double(first.Frame, second);
            case Look.Sharpened:
                unsharp.Draw(frame, first);
                return Double(first.Frame, second);
            case Look.SharpenedTwice:
                unsharp.Draw(frame, first);
                unsharp.Draw(first.Frame, second);
                return Double(second.Frame, first);
            default:
                return (frame, 1);
        }
    }

    (GreyFrame Picture, double Scale) Double(in GreyFrame frame, GreyCanvas target)
    {
        doubling.Draw(frame, target);
        return (target.Frame, 2);
    }
}
