namespace Checkpoint.Devices.Simulated;

/// <summary>The script of the simulated world: brings one party of the crowd after another to the gate.</summary>
/// <param name="crowd">Who comes; after the last party the first comes again.</param>
/// <param name="lane">The way past the gate.</param>
/// <param name="options">How many people come, and how fast.</param>
sealed class SimulatedGate(Crowd crowd, SimulatedLane lane, SimulationOptions options)
{
    const int ShortestNaturalPauseMs = 2_000;
    const int LongestNaturalPauseMs = 6_000;
    static readonly TimeSpan FastPause = TimeSpan.FromMilliseconds(200);

    readonly Random random = new(options.RandomSeed);
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when everybody has gone through; is cancelled if the script ends before.</summary>
    public Task Done => done.Task;

    /// <summary>
    /// Runs the script once, up to its end. A vehicle that would exceed the number of people is left out; if only such vehicles are
    /// in the crowd, fewer people come.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; whoever is at the gate stays there.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            foreach (var party in Comers())
            {
                await lane.WaitAsync(Pause(), cancel);
                await lane.PassAsync(party, cancel);
            }

            done.TrySetResult();
        }
        finally
        {
            done.TrySetCanceled(CancellationToken.None);
        }
    }

    IEnumerable<CrowdParty> Comers()
    {
        var remaining = options.Passages;
        var endless = remaining == 0;
        while (endless || crowd.Parties.Any(p => p.Members.Count <= remaining))
        {
            foreach (var party in crowd.Parties)
            {
                if (!endless && party.Members.Count > remaining)
                    continue;
                if (!endless)
                    remaining -= party.Members.Count;
                yield return party;
            }
        }
    }

    TimeSpan Pause() => options.Pace == SimulationPace.Fast
        ? FastPause
        : TimeSpan.FromMilliseconds(random.Next(ShortestNaturalPauseMs, LongestNaturalPauseMs + 1));
}
