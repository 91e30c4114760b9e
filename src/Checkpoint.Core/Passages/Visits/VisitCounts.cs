using System.Collections.Immutable;
using Checkpoint.Policies;

namespace Checkpoint.Passages.Visits;

/// <summary>
/// What this gate counts of passes and households: a fold over the passages it let through, made again from the journal when the program
/// starts. Immutable.
/// </summary>
public sealed record VisitCounts
{
    /// <summary>Passes remembered, at most; beyond it those that were not seen for the longest time are forgotten.</summary>
    public const int MaxPasses = 20_000;

    /// <summary>Outings remembered of one household, at most: the newest.</summary>
    public const int MaxOutings = 64;

    /// <summary>Nothing seen yet.</summary>
    public static VisitCounts None { get; } = new();

    ImmutableDictionary<ulong, PassVisits> Passes { get; init; } = ImmutableDictionary<ulong, PassVisits>.Empty;

    ImmutableDictionary<ulong, ImmutableArray<Outing>> Households { get; init; } = ImmutableDictionary<ulong, ImmutableArray<Outing>>.Empty;

    /// <summary>Passes remembered.</summary>
    public int Count => Passes.Count;

    /// <summary>The counts after one more passage.</summary>
    public VisitCounts After(VisitEvent visit)
    {
        var pass = (Passes.GetValueOrDefault(visit.Subject) ?? new PassVisits()).After(visit);
        var next = this with { Passes = Passes.SetItem(visit.Subject, pass) };
        if (visit.Household is { } household)
            next = next with { Households = Households.SetItem(household, AfterOuting(household, visit)) };
        return next.Passes.Count > MaxPasses ? next.KeepNewest(MaxPasses * 9 / 10) : next;
    }

    /// <summary>What a decision may know of a pass.</summary>
    /// <param name="subject">Stands for the pass.</param>
    /// <param name="household">Stands for its household; null if it names none.</param>
    /// <param name="now">Local time; null if the clock is not to be trusted.</param>
    /// <param name="policy">Says how far back a household's outings count, and when a night is over.</param>
    public VisitFacts FactsOf(ulong subject, ulong? household, DateTimeOffset? now, Policy policy)
    {
        var facts = Passes.TryGetValue(subject, out var pass)
            ? pass.FactsAt(now, policy.PresumedOut)
            : now is null ? VisitFacts.NotSeen with { EntriesToday = null } : VisitFacts.NotSeen;
        return household is { } known ? facts with { Household = HouseholdAt(known, now, policy) } : facts;
    }

    /// <summary>Forgets what was last seen before a moment.</summary>
    public VisitCounts Forget(DateTimeOffset before) => new()
    {
        Passes = Passes.RemoveRange(Passes.Where(pass => pass.Value.LastSeen < before).Select(pass => pass.Key)),
        Households = Households.RemoveRange(Households.Where(home => home.Value.All(outing => outing.Out < before)).Select(home => home.Key)),
    };

    ImmutableArray<Outing> AfterOuting(ulong household, VisitEvent visit)
    {
        var outings = Households.GetValueOrDefault(household, []);
        if (visit.Direction == Direction.Entry)
            return [.. outings.Select(outing => outing.Subject == visit.Subject ? outing with { IsBack = true } : outing)];
        if (visit.At is not { } at)
            return outings;
        return (outings.Length < MaxOutings ? outings : outings.RemoveAt(0)).Add(new(visit.Subject, at, IsBack: false));
    }

    // Whoever forgot to show the pass on the way in is presumed back after the night, too.
    HouseholdFacts HouseholdAt(ulong household, DateTimeOffset? now, Policy policy)
    {
        if (now is not { } local)
            return new(null, null);
        var outings = Households.GetValueOrDefault(household, []);
        var night = PassVisits.LastBefore(local, policy.PresumedOut);
        return new(
            outings.Count(outing => outing.Out > local - policy.QuotaWindow),
            outings.Where(outing => !outing.IsBack && outing.Out >= night).Select(outing => outing.Subject).Distinct().Count());
    }

    VisitCounts KeepNewest(int count) =>
        this with { Passes = Passes.OrderByDescending(pass => pass.Value.LastSeen).Take(count).ToImmutableDictionary() };
}
