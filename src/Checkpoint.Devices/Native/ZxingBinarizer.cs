namespace Checkpoint.Devices.Native;

/// <summary>What parts dark from light: <c>ZXing_Binarizer</c> of ZXingC.h.</summary>
enum ZxingBinarizer
{
    /// <summary>A threshold for every neighbourhood.</summary>
    LocalAverage = 0,

    /// <summary>One threshold, from the histogram of the picture.</summary>
    GlobalHistogram = 1,

    /// <summary>The middle grey, 127.</summary>
    FixedThreshold = 2,
}
