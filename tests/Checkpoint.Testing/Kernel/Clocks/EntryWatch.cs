using System.Collections.Concurrent;
using System.Text.Json;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Looks at a box again and again: when each entry came, by this machine's clock, and how long its answers took.</summary>
/// <param name="box">The box.</param>
/// <param name="clock">The true time.</param>
sealed class EntryWatch(EdgePage box, TimeProvider clock) : IAsyncDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    readonly ConcurrentDictionary<long, Sighting> sightings = new();
    readonly CancellationTokenSource ending = new();
    readonly Lock changing = new();
    DateTimeOffset since = clock.GetUtcNow();
    long written;
    TimeSpan slowest;
    Task looking = Task.CompletedTask;

    /// <summary>When each entry came, by its number.</summary>
    public IReadOnlyDictionary<long, Sighting> Sightings => sightings;

    /// <summary>What the box said of itself last.</summary>
    public EdgeStatus? Last { get; private set; }

    /// <summary>Begins.</summary>
    public void Start() => looking = RunAsync();

    /// <summary>The slowest answer since the last time that somebody asked.</summary>
    public TimeSpan TakeSlowest()
    {
        lock (changing)
        {
            var taken = slowest;
            slowest = TimeSpan.Zero;
            return taken;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await looking;
        ending.Dispose();
    }

    async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
                await LookAsync();
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    async Task LookAsync()
    {
        var before = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        try
        {
            Note(before, await box.StatusAsync(ending.Token), clock.GetElapsedTime(start));
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is TaskCanceledException && !ending.IsCancellationRequested))
        {
            // It is being started; a box that answers no more is found by whoever waits for its passages.
        }
    }

    void Note(DateTimeOffset before, EdgeStatus status, TimeSpan took)
    {
        for (var seq = written + 1; seq <= status.Written; seq++)
            sightings[seq] = new(since, before + took);
        Last = status;
        (since, written) = (before, Math.Max(written, status.Written));
        lock (changing)
            slowest = took > slowest ? took : slowest;
    }
}
