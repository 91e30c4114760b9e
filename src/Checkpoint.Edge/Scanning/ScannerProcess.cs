using Checkpoint.Devices;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// Keeps a scanner running, and starts another whenever it is lost. Whoever brings the frames drives it: nothing here happens between two
/// frames, and no frame waits.
/// </summary>
sealed class ScannerProcess(
    ScannerStart start, ScannerStatus status, GateMetrics metrics, OutboxInbox outbox, TimeProvider time, ILogger<ScannerProcess> log)
    : ICodeScanner, IAsyncDisposable
{
    /// <summary>Frames in a row that a scanner has to read before those lost before it are forgotten.</summary>
    public const int FramesToTrust = 3;

    /// <summary>Between two lines of the log, and between two alarms, about lost scanners: whoever holds a phone could cause them without end.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    readonly long born = time.GetTimestamp();
    readonly CancellationTokenSource stopping = new();
    Task<ScannerChild>? starting;
    ScannerChild? child;
    TimeSpan patience = ScannerChild.StartLimit;
    TimeSpan startAt;
    TimeSpan logAt;
    TimeSpan alarmAt;
    int framesRead;

    /// <summary>Its process, or null while there is none that reads.</summary>
    public int? Id => child?.Id;

    TimeSpan Now => time.GetElapsedTime(born);

    /// <inheritdoc/>
    public async ValueTask<FrameScan> ScanAsync(GreyFrame frame)
    {
        if (!FrameHeader.IsValid(frame.Width, frame.Height) || !await IsUpAsync())
        {
            metrics.FrameDropped();
            return FrameScan.NotRead;
        }

        try
        {
            var sent = time.GetTimestamp();
            var symbol = await child!.ReadAsync(frame);
            metrics.Scanned(time.GetElapsedTime(sent));
            Trust();
            return new(WasRead: true, symbol);
        }
        catch (Exception error) when (LossOf(error) is { } loss)
        {
            metrics.FrameDropped();
            Lose(loss);
            return FrameScan.NotRead;
        }
    }

    /// <summary>Ends the scanner.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (starting is not null)
            await Task.WhenAny(starting); // whether it worked does not matter any more
        if (starting is { IsCompletedSuccessfully: true } late)
            (await late).Dispose();
        child?.Dispose();
        stopping.Dispose();
    }

    async ValueTask<bool> IsUpAsync()
    {
        if (child is not null)
            return true;
        if (starting is null && Now >= startAt)
            starting = ScannerChild.StartAsync(start, patience, time, stopping.Token);
        if (starting is not { IsCompleted: true } finished)
            return false;

        starting = null;
        try
        {
            child = await finished;
            Greet(child.Decoder);
            return true;
        }
        catch (Exception error) when (LossOf(error) is { } loss)
        {
            // The board may only be slow: a limit that stays would leave it without a code reader for ever.
            if (loss == ScannerLoss.Hung)
                patience = TimeSpan.FromTicks(Math.Min(patience.Ticks * 2, ScannerChild.LongestStart.Ticks));
            Lose(loss == ScannerLoss.NoDecoder ? loss : ScannerLoss.NotStarted);
            return false;
        }
    }

    void Greet(string decoder)
    {
        framesRead = 0;
        if (!string.Equals(decoder, status.Decoder, StringComparison.Ordinal))
            log.CodesAreRead(decoder);
        status.IsUp(decoder);
    }

    void Trust()
    {
        if (++framesRead != FramesToTrust)
            return;
        if (status.IsFailing)
            log.ScannerBack();
        status.IsWell();
    }

    void Lose(ScannerLoss loss)
    {
        child?.Dispose();
        child = null;
        metrics.ScannerLost();
        var losses = status.IsLost(loss);
        var delay = RestartDelay.After(losses - 1);
        startAt = Now + delay;
        if (delay == TimeSpan.Zero)
            starting = ScannerChild.StartAsync(start, patience, time, stopping.Token);
        Tell(loss, delay);
    }

    void Tell(ScannerLoss loss, TimeSpan delay)
    {
        if (Now >= logAt)
        {
            logAt = Now + Quiet;
            log.ScannerLost(loss, metrics.ScannersLost, delay);
        }

        if (status.IsFailing && Now >= alarmAt)
        {
            alarmAt = Now + Quiet;
            outbox.Raise(AlarmKind.CodeReaderFault, "codes are not read; people are registered by hand");
        }
    }

    static ScannerLoss? LossOf(Exception error) => error switch
    {
        DllNotFoundException => ScannerLoss.NoDecoder,
        TimeoutException => ScannerLoss.Hung,
        InvalidDataException => ScannerLoss.WrongAnswer,
        IOException => ScannerLoss.Ended,
        _ => null,
    };
}
