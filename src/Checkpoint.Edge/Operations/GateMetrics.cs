using Checkpoint.Hosting.Health;
using Checkpoint.Policies;
using Checkpoint.Sealing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>What the gate counts and times.</summary>
sealed class GateMetrics
{
    // Seconds; narrow enough to read a 300 ms limit and a 1 ms commit from the same scale.
    static readonly double[] Seconds =
    [
        0.00001, 0.00002, 0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.008,
        0.012, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 1, 2,
    ];

    readonly Dictionary<Verdict, Counter> entries;
    readonly Counter notRecorded;
    readonly Counter dropped;
    readonly Histogram decision;
    readonly Histogram commit;
    readonly Histogram sampleToSignal;
    readonly Histogram scan;
    readonly Counter scannersLost;
    readonly Counter framesDropped;
    readonly Counter closed;
    readonly Dictionary<SealSkip, Counter> unsealed;
    readonly Histogram sealing;

    /// <summary>Makes the instruments.</summary>
    public GateMetrics(Metrics metrics)
    {
        entries = Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.None).ToDictionary(
            verdict => verdict,
            verdict => metrics.Counter("checkpoint_entries_total", "Entries written.", ("verdict", WireName<Verdict>.Of(verdict))));
        notRecorded = metrics.Counter("checkpoint_not_recorded_total", "Decisions that could not be written; the gate asked for paper.");
        dropped = metrics.Counter("checkpoint_records_dropped_total", "Entries that could not be written or were lost with a damaged journal; 0, or an alarm was raised.");
        decision = metrics.Histogram("checkpoint_decision_seconds", "Time the gate's machine took to decide.", Seconds);
        commit = metrics.Histogram("checkpoint_commit_seconds", "Time the journal took to have an entry on disk.", Seconds);
        sampleToSignal = metrics.Histogram("checkpoint_sample_to_signal_seconds", "From the input that completed a check to the light.", Seconds);
        scan = metrics.Histogram("checkpoint_scan_seconds", "Time the code reader took over a frame, the way there and back included.", Seconds);
        scannersLost = metrics.Counter("checkpoint_scanner_restarts_total", "Code readers that were lost and replaced.");
        closed = metrics.Counter("checkpoint_sealed_total", "Entries written with sealed personal fields.");
        unsealed = Enum.GetValues<SealSkip>().Where(why => why != SealSkip.None).ToDictionary(
            why => why,
            why => metrics.Counter("checkpoint_not_sealed_total", "Entries written without personal fields that there were.", ("why", WireName<SealSkip>.Of(why))));
        sealing = metrics.Histogram("checkpoint_seal_seconds", "Time it took to seal personal fields.", Seconds);
        framesDropped = metrics.Counter("checkpoint_frames_dropped_total", "Frames that came while no code reader was up, or were lost with one.");
    }

    /// <summary>Decisions that could not be written.</summary>
    public long NotRecordedCount => notRecorded.Value;

    /// <summary>The machine has decided something.</summary>
    public void Decided(TimeSpan took) => decision.Observe(took.TotalSeconds);

    /// <summary>An entry is on disk.</summary>
    public void Registered(Verdict verdict, TimeSpan took)
    {
        entries[verdict].Increment();
        commit.Observe(took.TotalSeconds);
    }

    /// <summary>An entry could not be written.</summary>
    public void NotRecorded()
    {
        notRecorded.Increment();
        dropped.Increment();
    }

    /// <summary>Entries were lost with a damaged journal.</summary>
    public void Lost(long entries) => dropped.Add(entries);

    /// <summary>Personal fields were sealed, or not.</summary>
    public void Sealed(FieldSeal seal, TimeSpan took)
    {
        sealing.Observe(took.TotalSeconds);
        if (seal is FieldSeal.Closed)
            closed.Increment();
        if (seal is FieldSeal.Skipped skipped)
            unsealed[skipped.Why].Increment();
    }

    /// <summary>A verdict's light is on.</summary>
    public void Signalled(TimeSpan sinceInput) => sampleToSignal.Observe(sinceInput.TotalSeconds);

    /// <summary>Code readers lost.</summary>
    public long ScannersLost => scannersLost.Value;

    /// <summary>A frame has been read.</summary>
    public void Scanned(TimeSpan took) => scan.Observe(took.TotalSeconds);

    /// <summary>A code reader was lost.</summary>
    public void ScannerLost() => scannersLost.Increment();

    /// <summary>A frame was not read.</summary>
    public void FrameDropped() => framesDropped.Increment();
}
