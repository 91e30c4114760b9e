using Checkpoint.Lab.Bench;

namespace Checkpoint.Lab.Journals;

/// <summary>What sealing adds to the time before a light.</summary>
static class SealBench
{
    const int WarmUp = 500;
    const int Seals = 5000;

    /// <summary>Seals many times, one after another, as the gate does before it writes an entry.</summary>
    public static void Measure()
    {
        using var maker = new JournalMaker(withFields: true);
        for (var i = 0; i < WarmUp; i++)
            maker.Seal();
        List<TimeSpan> times = [];
        for (var i = 0; i < Seals; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            maker.Seal();
            times.Add(TimeProvider.System.GetElapsedTime(started));
        }

        Report.Note($"sealing an entry's fields, a new key each time: {Quantiles.Of(times)}");
    }
}
