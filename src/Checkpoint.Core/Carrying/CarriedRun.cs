using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>
/// Consecutive entries of which each one's link follows from the one before: only the first one's link needs to travel. Where a link does
/// not follow, or a number is missing, another run begins.
/// </summary>
/// <param name="First">Number of the first entry.</param>
/// <param name="Last">Number of the last.</param>
/// <param name="Link">The first one's link, as the box has it.</param>
readonly record struct CarriedRun(long First, long Last, EntryHash Link)
{
    /// <summary>The runs of some records of one journal.</summary>
    /// <param name="records">Ascending.</param>
    public static ImmutableArray<CarriedRun> Of(IReadOnlyList<WireRecord> records)
    {
        var runs = ImmutableArray.CreateBuilder<CarriedRun>();
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (i > 0 && Continues(records[i - 1], record))
                runs[^1] = runs[^1] with { Last = record.Key.Seq };
            else
                runs.Add(new(record.Key.Seq, record.Key.Seq, record.Hash));
        }

        return runs.DrainToImmutable();
    }

    /// <summary>Whether a record goes on with the run that another ends.</summary>
    public static bool Continues(WireRecord before, WireRecord record) =>
        record.Key.Seq == before.Key.Seq + 1 && ChainRule.Follows(before.Hash, record);
}
