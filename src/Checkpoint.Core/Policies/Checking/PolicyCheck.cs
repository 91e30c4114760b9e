using System.Collections.Immutable;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Explaining;
using Checkpoint.Sensing;

namespace Checkpoint.Policies.Checking;

/// <summary>
/// Refuses a policy that would do harm: one under which a class of those who live here could never enter, or an emergency vehicle could be
/// stopped, in or out. It asks the one decision function about every class, time of day and fact that the policy distinguishes.
/// </summary>
public sealed class PolicyCheck
{
    /// <summary>Decisions asked for one policy, at most. A policy that distinguishes more than this can check cannot be trusted either.</summary>
    public const int MaxDecisions = 500_000;

    static readonly PassClass[] Residents = [PassClass.Resident, PassClass.Returnee, PassClass.Volunteer];
    static readonly SurfaceTemperature Ordinary = SurfaceTemperature.FromHundredths(36_50);

    readonly Policy policy;
    readonly DateOnly today;
    readonly List<PolicyFault> faults = [];
    int decisions;

    PolicyCheck(Policy policy, DateOnly today) => (this.policy, this.today) = (policy, today);

    /// <summary>Checks a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The first day that it may be applied; rules about dates are tried from then on.</param>
    /// <returns>What would go wrong; empty if it may be applied.</returns>
    public static ImmutableArray<PolicyFault> Run(Policy policy, DateOnly today) => new PolicyCheck(policy, today).Run();

    ImmutableArray<PolicyFault> Run()
    {
        foreach (var direction in new[] { Direction.Entry, Direction.Exit })
            CheckEmergency(direction);
        foreach (var @class in Residents)
            CheckEntry(@class);
        if (decisions >= MaxDecisions)
            faults.Add(PolicyFaults.TooManyCases(MaxDecisions));
        return [.. faults];
    }

    void CheckEntry(PassClass @class)
    {
        foreach (var day in Days())
        {
            var person = Somebody(@class, Direction.Entry, day);
            if (CanPass(policy, person))
                continue;
            faults.Add(PolicyFaults.NeverEnters(@class, day, AtFault(person)));
            return;
        }
    }

    bool CanPass(Policy tried, Facts person)
    {
        var rules = tried.Rules.Where(rule => rule.AppliesTo(person)).ToList();
        return CaseAxes.Of(tried, rules, person, withUnknown: false).TakeWhile(_ => Count())
            .Any(one => tried.Decide(one).Verdict == Verdict.Admit);
    }

    // One rule alone, else the settings, else the rules that only together leave no way.
    string AtFault(Facts person)
    {
        if (!CanPass(policy with { Rules = [] }, person))
            return "$.settings.recheckFrom";
        var alone = policy.Rules.FirstOrDefault(rule => !CanPass(policy with { Rules = [rule] }, person));
        return alone is not null
            ? $"\"{alone.Id}\""
            : string.Join(" + ", policy.Rules.Where(rule => rule.AppliesTo(person)).Select(rule => $"\"{rule.Id}\""));
    }

    void CheckEmergency(Direction direction)
    {
        var settings = policy with { Rules = [] };
        foreach (var rule in policy.Rules.Append(null))
        {
            var tried = rule is null ? settings : settings with { Rules = [rule] };
            var stopped = Days().SelectMany(day => Emergencies(tried, direction, day)).TakeWhile(_ => Count())
                .FirstOrDefault(one => Stops(tried, one) && (rule is null || !Stops(settings, one)));
            if (stopped is null)
                continue;
            var decision = tried.Decide(stopped);
            var at = decision.Rule is { } found ? $"\"{found.Id}\"" : "$.settings.emergencyPasses";
            faults.Add(PolicyFaults.StopsEmergency(direction, at, decision.Main));
        }
    }

    static bool Stops(Policy tried, Facts person) => tried.Decide(person).Verdict != Verdict.Admit;

    IEnumerable<Facts> Emergencies(Policy tried, Direction direction, DateOnly day) =>
        from person in CaseAxes.Of(tried, tried.Rules, Somebody(PassClass.Emergency, direction, day), withUnknown: true)
        from outcome in new[] { CodeOutcome.Valid, CodeOutcome.ClockNotTrusted }
        from temperature in Temperatures()
        from attempt in Enumerable.Range(1, tried.MaxAttempts)
        select person with { Code = person.Code with { Outcome = outcome }, Temperature = temperature, Attempt = attempt };

    IEnumerable<TemperatureCheck> Temperatures() =>
    [
        new TemperatureCheck.Skipped(TemperatureSkip.NotRequired),
        new TemperatureCheck.Skipped(TemperatureSkip.NotSteady),
        new TemperatureCheck.Skipped(TemperatureSkip.SensorFault),
        .. new[] { -1, 0, 1 }.Select(
            beside => new TemperatureCheck.Measured(SurfaceTemperature.FromHundredths(policy.RecheckFrom.Hundredths + beside))),
    ];

    // Today, and the days on and beside every date that a rule names and that is still to come.
    IEnumerable<DateOnly> Days() => policy.Rules
        .SelectMany(rule => rule.Logic.All)
        .SelectMany(part => Moments(part.Evaluate(default)))
        .SelectMany(moment => Beside(DateOnly.FromDateTime(moment.UtcDateTime)))
        .Where(day => day > today)
        .Append(today)
        .Distinct()
        .Order();

    static IEnumerable<DateTimeOffset> Moments(LogicValue value) => value switch
    {
        { Kind: LogicKind.Moment } => [DateTimeOffset.FromUnixTimeMilliseconds((long)value.Number)],
        { Kind: LogicKind.Text, Text: { Length: 10 } text } when LogicMoment.ReadDate(text) is { } day => [day],
        { Kind: LogicKind.List } => value.Items.ToArray().SelectMany(Moments),
        _ => [],
    };

    static IEnumerable<DateOnly> Beside(DateOnly day) =>
        day > DateOnly.MinValue && day < DateOnly.MaxValue ? [day.AddDays(-1), day, day.AddDays(1)] : [day];

    static Facts Somebody(PassClass @class, Direction direction, DateOnly day)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero);
        var claims = new PassClaims(new(1), @class, KeyId.Of(1), FactSetter.NowhereArea, noon, noon);
        return new(direction, new(CodeOutcome.Valid, claims) { Profile = PassProfile.Gp1 }, new TemperatureCheck.Measured(Ordinary), 1)
        {
            Now = noon,
            Visit = VisitFacts.NotSeen with { Household = new(0, 0) },
        };
    }

    // False when there were enough: what is being looked for counts as not found, and the policy is refused for it.
    bool Count() => decisions < MaxDecisions && ++decisions <= MaxDecisions;
}
