using Checkpoint.Policies;
using Checkpoint.Signals;
using Checkpoint.Testing.Programs;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Chaos;

/// <summary>
/// Holds what a gate's light showed, life by life of its program, against the ledger: every light is an entry's, in order; only the last
/// entry before a kill may be without its light.
/// </summary>
public static class LightBook
{
    const string Started = "started";

    static readonly HashSet<SignalKind> Decisions =
        [SignalKind.Admit, SignalKind.Recheck, SignalKind.Register, SignalKind.Refer, SignalKind.Hold, SignalKind.TurnBack];

    /// <summary>The lights of decisions, for each life of the program.</summary>
    /// <param name="lines">A recording, see SimulatedIndicator.</param>
    public static IReadOnlyList<IReadOnlyList<SignalKind>> Lives(IEnumerable<string> lines)
    {
        var lives = new List<List<SignalKind>>();
        foreach (var line in lines)
        {
            if (string.Equals(line, Started, StringComparison.Ordinal))
                lives.Add([]);
            else if (Enum.TryParse<SignalKind>(line, out var kind) && Decisions.Contains(kind))
                lives[^1].Add(kind);
        }

        return lives;
    }

    /// <summary>How many lights have no entry in the ledger, and how many entries too many were never shown.</summary>
    /// <param name="lives">See <see cref="Lives"/>.</param>
    /// <param name="ledger">The box's rows, in the order of their numbers.</param>
    public static (int LightsWithoutEntry, int EntriesWithoutLight) Compare(IReadOnlyList<IReadOnlyList<SignalKind>> lives, IEnumerable<JournalRow> ledger)
    {
        var boots = ledger.GroupBy(row => row.Entry.GetProperty("boot").GetInt32())
            .OrderBy(boot => boot.Key)
            .Select(boot => boot.Select(row => LightOf(row)).ToList())
            .ToList();

        // Least cost of bringing the first i lives and the first j starts of the journal together.
        var cost = new Dictionary<(int Lives, int Boots), (int Lost, int Unseen)>();
        for (var i = 0; i <= lives.Count; i++)
        {
            for (var j = 0; j <= boots.Count; j++)
                cost[(i, j)] = Least(cost, i, j, lives, boots);
        }

        return cost[(lives.Count, boots.Count)];
    }

    static (int Lost, int Unseen) Least(
        Dictionary<(int Lives, int Boots), (int Lost, int Unseen)> cost,
        int i,
        int j,
        IReadOnlyList<IReadOnlyList<SignalKind>> lives,
        List<List<SignalKind>> boots)
    {
        if (i == 0 && j == 0)
            return (0, 0);
        var ways = new List<(int Lost, int Unseen)>();
        if (i > 0)
            ways.Add(Plus(cost[(i - 1, j)], (lives[i - 1].Count, 0)));
        if (j > 0)
            ways.Add(Plus(cost[(i, j - 1)], (0, boots[j - 1].Count)));
        if (i > 0 && j > 0)
            ways.Add(Plus(cost[(i - 1, j - 1)], Together(lives[i - 1], boots[j - 1])));
        return ways.MinBy(way => way.Lost + way.Unseen);
    }

    static (int Lost, int Unseen) Together(IReadOnlyList<SignalKind> lights, List<SignalKind> entries)
    {
        var same = lights.Zip(entries).TakeWhile(pair => pair.First == pair.Second).Count();
        var unseen = entries.Count - same;
        return (lights.Count - same, unseen == 1 ? 0 : unseen);
    }

    static (int Lost, int Unseen) Plus((int Lost, int Unseen) one, (int Lost, int Unseen) other) => (one.Lost + other.Lost, one.Unseen + other.Unseen);

    static SignalKind LightOf(JournalRow row) => SignalTable.For(new Decision(
        WireName<Verdict>.Parse(row.Entry.GetProperty("verdict").GetString()),
        WireName<Reason>.Parse(row.Entry.GetProperty("reasons")[0].GetString()))).Kind;
}
