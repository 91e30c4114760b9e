namespace Checkpoint.Testing.Chaos;

/// <summary>What became of a site under chaos.</summary>
/// <param name="Schedule">The faults, as planned.</param>
/// <param name="Healed">How long each took to heal from its end; those that did not are not in it.</param>
/// <param name="Failures">Faults that something did not come back from, and how.</param>
/// <param name="WorstDepth">Most entries that waited at one box.</param>
/// <param name="Findings">What was judged at the end.</param>
public sealed record ChaosResult(
    IReadOnlyList<PlannedFault> Schedule,
    IReadOnlyDictionary<int, TimeSpan> Healed,
    IReadOnlyDictionary<int, string> Failures,
    long WorstDepth,
    IReadOnlyList<ChaosFinding> Findings)
{
    /// <summary>Whether everything came back after a fault, and everything written before its end was confirmed.</summary>
    public bool Survived(PlannedFault fault) => !Failures.ContainsKey(fault.Number) && Healed.ContainsKey(fault.Number);

    /// <summary>Whether nothing went wrong at all.</summary>
    public bool IsGood => Schedule.All(Survived) && Findings.All(finding => finding.Good);
}
