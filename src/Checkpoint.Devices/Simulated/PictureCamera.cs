using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Simulated;

/// <summary>A camera in front of which somebody holds one picture after another, round and round.</summary>
public sealed class PictureCamera : ICamera, IDisposable
{
    readonly PeriodicTimer shutter;
    readonly IReadOnlyList<GreyFrame> pictures;
    int shown;

    /// <summary>Opens the pictures of a folder, <c>*.png</c> in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">What the frame rate runs on.</param>
    /// <exception cref="InvalidDataException">There is none, or one cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public PictureCamera(string folder, TimeProvider clock)
    {
        shutter = new(SimulatedCamera.FramePeriod, clock);
        pictures = [.. Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal).Select(GreyPng.ReadFile)];
        if (pictures.Count == 0)
            throw new InvalidDataException($"{folder}: no *.png in it.");
    }

    /// <inheritdoc/>
    public async ValueTask<GreyFrame> NextAsync(CancellationToken cancel)
    {
        if (!await shutter.WaitForNextTickAsync(cancel))
            throw new IOException("The camera was closed.");
        return pictures[shown++ % pictures.Count];
    }

    /// <summary>Closes the camera.</summary>
    public void Dispose() => shutter.Dispose();
}
