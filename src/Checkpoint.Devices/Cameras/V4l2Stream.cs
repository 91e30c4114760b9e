using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

/// <summary>An open camera of the kernel that streams. After an <see cref="IOException"/> it is of no more use. Not thread-safe.</summary>
sealed class V4l2Stream : IDisposable
{
    /// <summary>Buffers asked for: one with whoever looks for codes, one being filled, two between.</summary>
    public const int Buffers = 4;

    /// <summary>The most buffers taken from a driver that makes more.</summary>
    public const int MostBuffers = 32;

    /// <summary>Damaged frames one after another after which the stream is broken: a second's.</summary>
    public const int MostDamaged = 30;

    readonly List<MappedMemory> buffers = [];
    readonly WakeEvent wake = new();
    readonly string path;
    readonly V4l2 device;
    LumaReader? reader;
    int? held;
    int damagedInARow;

    V4l2Stream(string path)
    {
        this.path = path;
        try
        {
            device = V4l2.Open(path);
        }
        catch
        {
            wake.Dispose();
            throw;
        }
    }

    /// <summary>The shape that the driver chose.</summary>
    public FrameShape Shape { get; private set; }

    /// <summary>Frames left out because they were damaged or not whole.</summary>
    public int Damaged { get; private set; }

    /// <summary>The driver's number of the frame last given.</summary>
    public uint Number { get; private set; }

    /// <summary>Opens a camera and starts its stream.</summary>
    /// <exception cref="IOException">It is not there, is in use, or offers nothing that we can read.</exception>
    public static V4l2Stream Open(string path, CameraWish wish)
    {
        var stream = new V4l2Stream(path);
        try
        {
            stream.Start(wish);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the newest frame, which is valid until the next call; older ones are left out.</summary>
    /// <exception cref="IOException">The camera is gone, or its stream has stalled.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the stream goes on.</exception>
    public GreyFrame Next(TimeSpan stall, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var waiting = buffers.Count - (held is null ? 0 : 1);
        var frame = TakeNewest(out var taken);

        // Where every buffer was full nobody knows for how long the driver had none to fill: even the newest may be old.
        if (taken == waiting)
            frame = null;
        while (frame is null)
        {
            GiveBack();
            var readiness = DeviceWait.For(device.File, wake, Left(stall, clock, start), cancel);
            frame = TakeNewest(out _);
            if (frame is null && readiness == DeviceReadiness.Broken)
                throw new IOException($"{path} has stopped: look at its cable.");
        }

        return frame.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable buffer in buffers)
            buffer.Dispose();
        reader?.Dispose();
        device.Dispose();
        wake.Dispose();
    }

    void Start(CameraWish wish)
    {
        if (!device.CanCapture)
            throw new IOException($"{path} ({device.Card}) gives no pictures, or only in several planes.");
        Shape = Agree(wish);
        reader = new(Shape);
        device.AskForSpeed(wish.FramesPerSecond);
        var count = device.MakeBuffers(Buffers);
        if (count is < 2 or > MostBuffers)
            throw new IOException($"{path}: the driver made {count} buffers; expected 2 to {MostBuffers}.");
        for (var i = 0; i < count; i++)
        {
            buffers.Add(device.MapBuffer(i, Shape.LeastBytes, FrameShape.MostBytes));
            device.Enqueue(i);
        }

        device.Start();
    }

    FrameShape Agree(CameraWish wish)
    {
        try
        {
            var layout = PixelLayouts.Choose(device.Formats())[0];
            return FrameShape.Of(device.SetFormat((uint)layout, wish.Width, wish.Height));
        }
        catch (IOException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new IOException($"{path} ({device.Card}): {error.Message}", error);
        }
    }

    TimeSpan Left(TimeSpan stall, TimeProvider clock, long start) =>
        stall - clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero
            ? left
            : throw new IOException($"{path} has given no picture for {stall.TotalSeconds:0.#} s: look at its cable.");

    GreyFrame? TakeNewest(out int taken)
    {
        V4l2Filled? newest = null;
        for (taken = 0; taken < buffers.Count && device.Dequeue() is { } filled; taken++)
        {
            var isBroken = filled.IsBroken || filled.Index >= buffers.Count;
            if (isBroken)
                CountDamage();
            if ((isBroken ? filled : newest) is { } unwanted)
                device.Enqueue(unwanted.Index);
            if (!isBroken)
                newest = filled;
        }

        return newest is { } wanted ? Hold(wanted) : null;
    }

    GreyFrame? Hold(V4l2Filled filled)
    {
        GiveBack();
        (held, Number) = (filled.Index, filled.Number);
        var memory = buffers[filled.Index].Memory;
        var frame = reader!.Read(memory[..Math.Min(filled.Bytes, memory.Length)]);
        if (frame is null)
            CountDamage();
        else
            damagedInARow = 0;
        return frame;
    }

    void GiveBack()
    {
        if (held is not { } index)
            return;
        held = null;
        device.Enqueue(index);
    }

    void CountDamage()
    {
        Damaged++;
        if (++damagedInARow > MostDamaged)
            throw new IOException($"{path} has given {damagedInARow} damaged pictures one after another: look at its cable.");
    }
}
