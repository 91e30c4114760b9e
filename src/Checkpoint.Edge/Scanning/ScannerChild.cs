using Checkpoint.Devices;
using Checkpoint.Devices.Codes;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>One scanner that has greeted: takes a frame, gives an answer. One caller. After any exception it is of no more use.</summary>
sealed class ScannerChild : IDisposable
{
    /// <summary>Longest time from the start to the greeting, at first: a tenth of a second, many times over for a small board at boot.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(5);

    /// <summary>Longest time from the start to the greeting on a board that needed more than <see cref="StartLimit"/>.</summary>
    public static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(40);

    /// <summary>Longest time over one frame; a scanner that needs longer hangs.</summary>
    public static readonly TimeSpan FrameLimit = TimeSpan.FromMilliseconds(800);

    readonly ScannerLife life;
    readonly TimeProvider time;
    readonly byte[] header = new byte[FrameHeader.Size];
    readonly byte[] answer = new byte[AnswerHeader.Size + AnswerHeader.MaxLength];
    byte[] packed = [];
    CancellationTokenSource limit;
    uint number;

    ScannerChild(ScannerLife life, TimeProvider time)
    {
        this.life = life;
        this.time = time;
        limit = new(Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>The decoder's name.</summary>
    public string Decoder { get; private set; } = "";

    /// <summary>Its process.</summary>
    public int Id => life.Id;

    /// <summary>Starts one and waits for its greeting.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="patience">How long it may take to greet.</param>
    /// <param name="time">What that is measured by.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">It could not be started, or ended.</exception>
    /// <exception cref="TimeoutException">It did not greet in time.</exception>
    /// <exception cref="InvalidDataException">It said something else.</exception>
    /// <exception cref="DllNotFoundException">It found no library for codes.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<ScannerChild> StartAsync(ScannerStart start, TimeSpan patience, TimeProvider time, CancellationToken cancel)
    {
        ScannerChild? child = null;
        try
        {
            child = new(await ScannerLife.BeginAsync(start), time);
            await child.GreetAsync(patience, cancel);
            var greeted = child;
            child = null;
            return greeted;
        }
        catch (EndOfStreamException error)
        {
            if (await child!.life.Ended.WaitAsync(StartLimit, time, cancel) == ScanCommand.NoDecoder)
                throw new DllNotFoundException("No library for QR codes is installed: install libzxing3, libzbar0t64 or libzbar0.", error);
            throw;
        }
        finally
        {
            child?.Dispose();
        }
    }

    /// <summary>Reads one frame.</summary>
    /// <returns>The code in it, or null.</returns>
    /// <exception cref="IOException">The scanner ended.</exception>
    /// <exception cref="TimeoutException">It did not answer within <see cref="FrameLimit"/>.</exception>
    /// <exception cref="InvalidDataException">It answered what is no answer.</exception>
    public async ValueTask<Symbol?> ReadAsync(GreyFrame frame)
    {
        new FrameHeader(++number, frame.Width, frame.Height).Write(header);
        limit.CancelAfter(FrameLimit);
        try
        {
            await life.Frames.WriteAsync(header, limit.Token);
            await life.Frames.WriteAsync(PixelRows.Pack(frame, ref packed), limit.Token);
            return await AnswerAsync();
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException($"No answer within {FrameLimit.TotalMilliseconds} ms.", error);
        }
        finally
        {
            Rest();
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Dispose()
    {
        life.Dispose();
        limit.Dispose();
    }

    async Task GreetAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        limit.CancelAfter(patience);
        try
        {
            await life.Answers.ReadExactlyAsync(answer.AsMemory(0, ScannerHello.Size), either.Token);
            Decoder = ScannerHello.Read(answer.AsSpan(0, ScannerHello.Size)).Decoder;
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"No greeting within {patience.TotalSeconds} s.", error);
        }
        finally
        {
            Rest();
        }
    }

    async ValueTask<Symbol?> AnswerAsync()
    {
        await life.Answers.ReadExactlyAsync(answer.AsMemory(0, AnswerHeader.Size), limit.Token);
        var read = AnswerHeader.Read(answer.AsSpan(0, AnswerHeader.Size), number);
        if (read.Kind == AnswerKind.Nothing)
            return null;
        var symbol = answer.AsMemory(AnswerHeader.Size, read.Length);
        await life.Answers.ReadExactlyAsync(symbol, limit.Token);
        return new(symbol.ToArray(), read.Kind == AnswerKind.Part, read.Eci);
    }

    // The same source again for the next frame, unless its time ran out.
    void Rest()
    {
        if (limit.TryReset())
            return;
        limit.Dispose();
        limit = new(Timeout.InfiniteTimeSpan, time);
    }
}
