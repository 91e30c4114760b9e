using System.Diagnostics.Metrics;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Health;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>Listens to a gate's own histograms and keeps every observation until it is fetched. Allocates nothing while the gate works.</summary>
sealed class GateStopwatch : IDisposable
{
    /// <summary>Observations kept; further ones are counted only, and spoil the measurement.</summary>
    public const int Most = 50_000;

    static readonly Dictionary<string, GateStep> Steps = new(StringComparer.Ordinal)
    {
        ["checkpoint_decision_seconds"] = GateStep.Decision,
        ["checkpoint_commit_seconds"] = GateStep.Commit,
        ["checkpoint_sample_to_signal_seconds"] = GateStep.Signal,
    };

    readonly MeterListener listener = new();
    readonly Lock keeping = new();
    readonly GateTiming[] kept = new GateTiming[Most];
    readonly GateJournal journal;
    readonly int speed;
    int count;

    /// <summary>Begins to listen.</summary>
    /// <param name="journal">Says what waits for the hub.</param>
    /// <param name="speed">How much faster than real time the gate's clock runs, which its histograms are measured on.</param>
    public GateStopwatch(GateJournal journal, int speed)
    {
        this.journal = journal;
        this.speed = speed;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (string.Equals(instrument.Meter.Name, Metrics.MeterName, StringComparison.Ordinal) && Steps.TryGetValue(instrument.Name, out var step))
                self.EnableMeasurementEvents(instrument, step);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, step) => Keep((GateStep)step!, seconds));
        listener.Start();
    }

    /// <summary>Takes what was kept, a line each.</summary>
    /// <exception cref="InvalidOperationException">It was more than <see cref="Most"/>.</exception>
    public IReadOnlyList<string> Take()
    {
        GateTiming[] taken;
        lock (keeping)
        {
            if (count > Most)
                throw new InvalidOperationException($"More than {Most} observations since they were last fetched.");
            taken = kept[..count];
            count = 0;
        }

        return [.. taken.Select(timing => timing.ToString())];
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    void Keep(GateStep step, double seconds)
    {
        var waiting = journal.Current is { } open ? open.Written - open.Released : 0;
        var at = TimeProvider.System.GetUtcNow();
        lock (keeping)
        {
            if (count < Most)
                kept[count] = new(step, at, TimeSpan.FromSeconds(seconds / speed), waiting, GC.GetTotalPauseDuration());
            count++;
        }
    }
}
