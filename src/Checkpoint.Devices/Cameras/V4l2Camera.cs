namespace Checkpoint.Devices.Cameras;

/// <summary>
/// A camera that the kernel knows, such as a USB camera, <c>/dev/video0</c> or a name that stays: <c>/dev/v4l/by-id/…</c>. Gives the newest
/// picture, of the size that the driver chose, without copying it where its luma lies by itself. Linux, 64 bit.
/// </summary>
/// <param name="path">Its device file.</param>
/// <param name="wish">What to ask it for.</param>
/// <param name="clock">What a stalled stream is measured by.</param>
public sealed class V4l2Camera(string path, CameraWish wish, TimeProvider clock) : ICameraDevice
{
    V4l2Stream? stream;
    int damaged;

    /// <summary>Pictures left out because the driver called them damaged, or they were not whole, since the camera was made.</summary>
    public int Damaged => damaged + (stream?.Damaged ?? 0);

    /// <summary>How the pixels of the open stream lie; null while it is closed.</summary>
    internal FrameShape? Shape => stream?.Shape;

    /// <summary>The driver's number of the frame last given; null while the stream is closed.</summary>
    internal uint? Number => stream?.Number;

    /// <inheritdoc/>
    public ValueTask<GreyFrame> NextAsync(CancellationToken cancel) => new(Task.Run(() => Next(cancel), cancel));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    GreyFrame Next(CancellationToken cancel)
    {
        try
        {
            stream ??= V4l2Stream.Open(path, wish);
            return stream.Next(wish.Stall, clock, cancel);
        }
        catch (IOException)
        {
            Close();
            throw;
        }
    }

    void Close()
    {
        damaged = Damaged;
        stream?.Dispose();
        stream = null;
    }
}
