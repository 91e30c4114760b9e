using System.Threading.Channels;

namespace Checkpoint.Devices.Cameras;

/// <summary>
/// Three buffers between one who fills frames and one who takes the newest: one being filled, one waiting, one taken. A frame that nobody
/// took gives way to the next.
/// </summary>
/// <param name="bytes">Bytes of a frame.</param>
sealed class NewestFrame(int bytes)
{
    readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly Lock gate = new();
    byte[] filling = new byte[bytes];
    byte[] waiting = new byte[bytes];
    byte[] taken = new byte[bytes];
    bool isFresh;

    /// <summary>Where the next frame goes.</summary>
    public Memory<byte> Filling => filling;

    /// <summary>Hands over what was filled.</summary>
    public void Publish()
    {
        lock (gate)
            (filling, waiting, isFresh) = (waiting, filling, true);
        news.Writer.TryWrite(true);
    }

    /// <summary>Says that no frame will follow, and why.</summary>
    public void End(Exception reason) => news.Writer.TryComplete(reason);

    /// <summary>Waits for a frame that was not taken before; it is valid until the next call.</summary>
    /// <exception cref="ChannelClosedException">There is none, and none will follow; holds the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(CancellationToken cancel)
    {
        while (!TryTake())
            await news.Reader.ReadAsync(cancel);
        return taken;
    }

    bool TryTake()
    {
        lock (gate)
        {
            if (!isFresh)
                return false;
            (waiting, taken, isFresh) = (taken, waiting, false);
            return true;
        }
    }
}
