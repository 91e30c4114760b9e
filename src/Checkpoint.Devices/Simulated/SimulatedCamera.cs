namespace Checkpoint.Devices.Simulated;

/// <summary>A camera that sees the picture held in front of it, or sensor noise. Ten frames a second.</summary>
/// <remarks>One caller may wait for frames while another thread changes what is in front.</remarks>
public sealed class SimulatedCamera : ICamera, IDisposable
{
    /// <summary>Time from one frame to the next.</summary>
    public static readonly TimeSpan FramePeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Pixels in a row of an empty frame.</summary>
    public const int Width = 640;

    /// <summary>Rows of an empty frame.</summary>
    public const int Height = 480;

    const int Grey = 110;
    const int NoiseAmplitude = 12;

    readonly PeriodicTimer shutter;
    readonly Random random;
    readonly byte[] noise;
    volatile Picture? front;

    /// <summary>Starts the camera.</summary>
    /// <param name="clock">What the frame rate runs on.</param>
    /// <param name="randomSeed">Seed of the noise.</param>
    public SimulatedCamera(TimeProvider clock, int randomSeed)
    {
        shutter = new(FramePeriod, clock);
        random = new(randomSeed);
        noise = MakeNoise(random);
    }

    /// <summary>Holds a picture in front of the camera. Its pixels must not change while it is there.</summary>
    public void Show(GreyFrame picture) => front = new(picture);

    /// <summary>Takes the picture away.</summary>
    public void Clear() => front = null;

    /// <inheritdoc/>
    public async ValueTask<GreyFrame> NextAsync(CancellationToken cancel)
    {
        if (!await shutter.WaitForNextTickAsync(cancel))
            throw new IOException("The camera was closed.");
        return front?.Frame ?? EmptyFrame();
    }

    /// <summary>Closes the camera; whoever waits for a frame gets an <see cref="IOException"/>.</summary>
    public void Dispose() => shutter.Dispose();

    // Two rows more than a frame needs: a window that starts anywhere in them shows other noise each time at no cost.
    static byte[] MakeNoise(Random random)
    {
        var pixels = new byte[Width * (Height + 2)];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(Grey + random.Next(-NoiseAmplitude, NoiseAmplitude + 1));
        return pixels;
    }

    GreyFrame EmptyFrame() => new(noise.AsMemory(random.Next(2 * Width), Width * Height), Width, Height, Width);

    sealed record Picture(GreyFrame Frame);
}
