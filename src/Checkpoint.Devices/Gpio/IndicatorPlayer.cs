using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// Plays signals on an indicator's lines, on one timer: no thread waits, and nobody who shows a signal does. Lines that fail are asked for again
/// with back-off. Thread-safe.
/// </summary>
sealed class IndicatorPlayer : IIndicator, IDisposable
{
    readonly Lock state = new();
    readonly Lock writing = new();
    readonly IndicatorWiring wiring;
    readonly Func<IndicatorLines, IOutputLines> open;
    readonly TimeProvider clock;
    readonly ITimer timer;
    readonly long start;
    IndicatorScene scene;
    IndicatorScene? played;
    IOutputLines? outputs;
    IndicatorLines shown;
    TimeSpan playedAt;
    TimeSpan retryAt;
    bool isPlaying;
    bool isDue;
    bool isDisposed;

    /// <summary>Takes the lines, with everything off.</summary>
    /// <param name="wiring">What is connected.</param>
    /// <param name="open">Takes the lines, with this much on.</param>
    /// <param name="clock">What signals are played by.</param>
    public IndicatorPlayer(IndicatorWiring wiring, Func<IndicatorLines, IOutputLines> open, TimeProvider clock)
    {
        (this.wiring, this.open, this.clock) = (wiring, open, clock);
        start = clock.GetTimestamp();
        scene = IndicatorScene.Dark(wiring);
        timer = clock.CreateTimer(_ => Play(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Play();
    }

    /// <summary>What failed.</summary>
    public LineFaults Faults { get; } = new();

    TimeSpan Now => clock.GetElapsedTime(start);

    /// <inheritdoc/>
    public void Show(Signal signal)
    {
        lock (state)
        {
            if (isDisposed)
                return;
            scene = scene.Show(signal, Now);
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Switches everything off, shuts the gate and gives the lines back.</summary>
    public void Dispose()
    {
        lock (state)
            isDisposed = true;
        timer.Dispose();
        lock (writing)
        {
            scene = IndicatorScene.Dark(wiring);
            Try(() => outputs?.Set(IndicatorLines.None));
            outputs?.Dispose();
            outputs = null;
        }
    }

    void Play()
    {
        lock (state)
        {
            isDue = isPlaying;
            if (isPlaying)
                return;
            isPlaying = true;
        }

        do
            Write();
        while (!TryRest());
    }

    void Write()
    {
        lock (writing)
        {
            if (isDisposed)
                return;
            (played, playedAt) = (Volatile.Read(ref scene), Now);
            var lines = played.LinesAt(playedAt);
            if (outputs is null ? playedAt >= retryAt : lines != shown)
                Try(() => Switch(lines));
        }
    }

    void Switch(IndicatorLines lines)
    {
        if (outputs is null)
            outputs = open(lines);
        else
            outputs.Set(lines);
        shown = lines;
        Faults.Clear();
    }

    void Try(Action use)
    {
        try
        {
            use();
        }
        catch (IOException error)
        {
            outputs?.Dispose();
            outputs = null;
            retryAt = playedAt + Faults.Add(error);
        }
    }

    // A signal or a moment may have come while the lines were written.
    bool TryRest()
    {
        lock (state)
        {
            isPlaying = isDue || (scene != played && !isDisposed);
            isDue = false;
            if (!isPlaying && !isDisposed)
                timer.Change(NextWait(), Timeout.InfiniteTimeSpan);
            return !isPlaying;
        }
    }

    TimeSpan NextWait()
    {
        var next = outputs is null ? retryAt : played!.NextChangeAfter(playedAt);
        return next is { } moment ? TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((moment - Now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan;
    }
}
