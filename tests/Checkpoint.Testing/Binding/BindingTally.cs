using Checkpoint.Passages;
using Checkpoint.Policies;

namespace Checkpoint.Testing.Binding;

/// <summary>What became of many runs. Not thread-safe.</summary>
public sealed class BindingTally
{
    /// <summary>Failing seeds that are kept; the others are only counted.</summary>
    public const int MaxSeeds = 3;

    readonly List<ulong> seeds = [];

    /// <summary>Runs.</summary>
    public long Runs { get; private set; }

    /// <summary>Runs with a wrong binding.</summary>
    public long WrongRuns { get; private set; }

    /// <summary>What the machine was told.</summary>
    public long Inputs { get; private set; }

    /// <summary>Times that somebody else came before the sensors while something of the one before was known.</summary>
    public long Changes { get; internal set; }

    /// <summary>Records of people on foot.</summary>
    public long Records { get; private set; }

    /// <summary>Of these, such with both somebody's code and a measured face.</summary>
    public long Bound { get; private set; }

    /// <summary>Of these, admitted.</summary>
    public long BoundAdmitted { get; private set; }

    /// <summary>Records whose code is one person's, and whose face is the other's or of both.</summary>
    public long Wrong { get; private set; }

    /// <summary>Of these, admitted.</summary>
    public long WrongAdmitted { get; private set; }

    /// <summary>Records with a recorded temperature that is right, although one sample of it at least was of the other's face.</summary>
    public long Tainted { get; private set; }

    /// <summary>Records that say "one at a time".</summary>
    public long OneAtATime { get; private set; }

    /// <summary>Records of a volunteer's.</summary>
    public long Overrides { get; private set; }

    /// <summary>The first runs with a wrong binding or a tainted one.</summary>
    public IReadOnlyList<ulong> Seeds => seeds;

    internal void Told() => Inputs++;

    internal void Count(PassageRecord record)
    {
        Records++;
        OneAtATime += record.Decision.Reasons.Contains(Reason.OneAtATime) ? 1 : 0;
        Overrides += record.Kind == RecordKind.Override ? 1 : 0;
    }

    internal void CountBound(PassageRecord record, BindingFinding finding)
    {
        var admitted = record.Decision.Verdict == Verdict.Admit ? 1 : 0;
        Bound++;
        BoundAdmitted += admitted;
        Wrong += finding == BindingFinding.Wrong ? 1 : 0;
        WrongAdmitted += finding == BindingFinding.Wrong ? admitted : 0;
        Tainted += finding == BindingFinding.Tainted ? 1 : 0;
    }

    internal void Finish(ulong seed, bool isWrong)
    {
        Runs++;
        WrongRuns += isWrong ? 1 : 0;
        if (isWrong && seeds.Count < MaxSeeds)
            seeds.Add(seed);
    }
}
