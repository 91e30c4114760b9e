namespace Checkpoint.Devices.Speakers;

/// <summary>A sound.</summary>
/// <param name="Rate">Samples a second of each channel, <see cref="LeastRate"/> … <see cref="MostRate"/>.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Pcm">Samples of 16 bits, signed, little-endian; the channels' in turn. At most <see cref="MostBytes"/>, whole frames.</param>
sealed record SoundClip(int Rate, int Channels, ReadOnlyMemory<byte> Pcm)
{
    /// <summary>The lowest rate.</summary>
    public const int LeastRate = 8_000;

    /// <summary>The highest rate.</summary>
    public const int MostRate = 48_000;

    /// <summary>The longest sound, in bytes: a minute and a half as a CD has it, six minutes as a voice needs it (22,050 a second, one channel).</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Bytes of one sample of all channels.</summary>
    public int FrameBytes => Channels * sizeof(short);

    /// <summary>How long it lasts.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds((double)Pcm.Length / (Rate * FrameBytes));

    /// <summary>Its beginning.</summary>
    /// <param name="time">How much of it.</param>
    public SoundClip Until(TimeSpan time)
    {
        var frames = (long)Math.Max(0, time.TotalSeconds * Rate);
        return this with { Pcm = Pcm[..(int)Math.Min(frames * FrameBytes, Pcm.Length)] };
    }
}
