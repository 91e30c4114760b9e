using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Speakers;

/// <summary>Makes a sound softer. Pure.</summary>
static class Loudness
{
    /// <summary>The loudness that leaves it as it is.</summary>
    public const int Full = 100;

    /// <summary>A sound at a loudness. By the square, as ears hear: 50 sounds about half as loud as 100, which is a quarter of the amplitude.</summary>
    /// <param name="clip">The sound.</param>
    /// <param name="percent">0, silence, to <see cref="Full"/>.</param>
    public static SoundClip At(SoundClip clip, int percent)
    {
        if (percent == Full)
            return clip;
        var gain = Math.Pow((double)percent / Full, 2);
        var soft = new byte[clip.Pcm.Length];
        var from = MemoryMarshal.Cast<byte, short>(clip.Pcm.Span);
        var to = MemoryMarshal.Cast<byte, short>(soft.AsSpan());
        for (var i = 0; i < from.Length; i++)
            to[i] = (short)(from[i] * gain);
        return clip with { Pcm = soft };
    }
}
