namespace Checkpoint.Devices;

/// <summary>Hands over grey frames, the newest first: a frame that nobody took is dropped, never queued.</summary>
public interface ICamera
{
    /// <summary>Waits for the next frame. The frame's pixels are valid until the next call.</summary>
    /// <exception cref="IOException">The camera is gone or its stream has stalled.</exception>
    ValueTask<GreyFrame> NextAsync(CancellationToken cancel);
}
