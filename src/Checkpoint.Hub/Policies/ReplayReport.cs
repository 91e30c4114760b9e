using System.Globalization;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Policies.Replaying;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Policies;

/// <summary>Prints each difference as it is found, then the counts, then the totals.</summary>
sealed class ReplayReport(Policy policy, Policy? against, TextWriter output)
{
    readonly SortedDictionary<string, int> changes = new(StringComparer.Ordinal);
    int decided;
    int otherwise;
    int stopped;
    int residentsStopped;
    int letThrough;

    /// <summary>Lines that are no entries of a passage.</summary>
    public int NoEntries { get; set; }

    /// <summary>Passages that no policy decided, or that hang on a certificate's content, which is never recorded.</summary>
    public int NotDecided { get; set; }

    /// <summary>Takes one passage.</summary>
    public void Add(ReplayedPassage passage)
    {
        decided++;
        if (!passage.IsOtherwise)
            return;
        otherwise++;
        stopped += passage.IsStopped ? 1 : 0;
        residentsStopped += passage.IsStopped && ClassOf(passage) == PassClass.Resident ? 1 : 0;
        letThrough += passage.IsLetThrough ? 1 : 0;
        var change = $"{Name(passage.Before.Verdict)} -> {Name(passage.After.Verdict)}";
        var key = $"{change,-24} {WireName<PassClass>.Of(ClassOf(passage)),-10}";
        changes[key] = changes.GetValueOrDefault(key) + 1;
        output.WriteLine(Line(passage, change));
    }

    /// <summary>Prints counts and totals.</summary>
    public void Close()
    {
        foreach (var (change, count) in changes)
            output.WriteLine($"{change} {Text(count),6}");
        var held = against is null ? "what was said at the gates" : $"policy {Text(against.Version)}";
        output.WriteLine($"{Text(decided)} passages decided again under policy {Text(policy.Version)} against {held}; {Text(otherwise)} otherwise");
        if (NotDecided + NoEntries > 0)
            output.WriteLine($"{Text(NotDecided)} passages not decided again (no policy decided them, or their certificates are not recorded); {Text(NoEntries)} lines are no passage's entry");
        output.WriteLine($"本规定会多拦{Text(stopped)}人次，其中居民{Text(residentsStopped)}人次；多放行{Text(letThrough)}人次");
        output.WriteLine($"this policy would have stopped {Text(stopped)}, {Text(residentsStopped)} of them residents, and let through {Text(letThrough)} more");
    }

    static string Line(ReplayedPassage passage, string change)
    {
        var entry = passage.Entry;
        var rule = passage.After.Rule is { } found ? $" rule \"{found.Id}\"" : "";
        return $"{entry.Device}/{entry.Epoch}/{Text(entry.Seq)} passage {Text(entry.Passage)} {WireName<PassClass>.Of(ClassOf(passage))}: {change} "
            + $"({WireName<Reason>.Of(passage.Before.Main)} -> {WireName<Reason>.Of(passage.After.Main)}){rule}: {passage.Why?.Words.Chinese} | {passage.Why?.Words.English}";
    }

    static PassClass ClassOf(ReplayedPassage passage) => passage.Entry.Facts.Code.Claims?.Class ?? PassClass.None;

    static string Name(Verdict verdict) => WireName<Verdict>.Of(verdict);

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
