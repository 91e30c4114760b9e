using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Sensing;

namespace Checkpoint.Policies;

/// <summary>The rules a checkpoint applies. They are data: each record names the version it was decided under.</summary>
public sealed record Policy
{
    /// <summary>Version, rising; each entry carries it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// A surface over this line is measured again, then referred. Default 37.30 °C, inclusive ("37.3 含"). It is a line to look twice
    /// at, not a fever detector.
    /// </summary>
    public SurfaceTemperature RecheckFrom { get; init; } = SurfaceTemperature.FromHundredths(37_30);

    /// <summary>Whether a surface on the line is over it. Default yes.</summary>
    public LineComparison Comparison { get; init; }

    /// <summary>Measurements of one person before a person takes over. Default 2; 2 … 5: never red on one infrared reading.</summary>
    public int MaxAttempts { get; init; } = 2;

    /// <summary>Whether people going out are measured too. Default no.</summary>
    public bool MeasureOnExit { get; init; }

    /// <summary>When a run of samples is a measurement.</summary>
    public SamplingRule Sampling { get; init; } = new();

    /// <summary>How long the gate waits for what.</summary>
    public GateTimes Times { get; init; } = new();

    /// <summary>Whether a proven emergency pass is registered and let through, whatever else is found. Default yes.</summary>
    public bool EmergencyPasses { get; init; } = true;

    /// <summary>Local time of day at which whoever forgot to show a pass on the way out is presumed out. Default 04:00.</summary>
    public TimeOnly PresumedOut { get; init; } = new(4, 0);

    /// <summary>How far back a household's outings are counted. Default 48 h; 1 h … <see cref="LongestWindow"/>.</summary>
    public TimeSpan QuotaWindow { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The longest <see cref="QuotaWindow"/>, which is also how long visits are remembered.</summary>
    public static TimeSpan LongestWindow { get; } = TimeSpan.FromDays(7);

    /// <summary>Areas that people should not come from.</summary>
    public ImmutableArray<RiskArea> RiskAreas { get; init; } = [];

    /// <summary>What must hold beside a good code and an ordinary temperature.</summary>
    public ImmutableArray<PolicyRule> Rules { get; init; } = [];

    /// <summary>Decides one passage: every step is judged in order, and the worst finding wins.</summary>
    public Decision Decide(Facts facts)
    {
        var findings = Judge(facts);
        var reasons = findings.Select(finding => finding.Reason);
        if (EmergencyPasses && facts.IsEmergency)
            return new(Verdict.Admit, [Reason.EmergencyPasses, .. reasons]);
        return findings is [var worst, ..]
            ? new(VerdictOf(worst.Gravity), [.. reasons]) { Rule = worst.Rule }
            : new(Verdict.Admit, facts.Code.Outcome == CodeOutcome.HealthCode ? Reason.HealthCodeGreen : Reason.AllInOrder);
    }

    /// <summary>Whether a pass is let through as soon as it is read, without a temperature.</summary>
    public bool PassesAtOnce(CodeCheck code) => EmergencyPasses
        && code is { Outcome: CodeOutcome.Valid or CodeOutcome.ClockNotTrusted, Claims.Class: PassClass.Emergency };

    /// <summary>Whether a temperature is over the line.</summary>
    public bool IsOver(SurfaceTemperature surface) =>
        Comparison == LineComparison.Strict ? surface > RecheckFrom : surface >= RecheckFrom;

    /// <summary>Whether a measurement is over the fixed line, or over the one that its gate held it against.</summary>
    public bool IsOver(TemperatureCheck.Measured measured) => IsOver(measured.Surface) || measured.Judgement is { IsOver: true };

    /// <summary>Whether the pass's area is a risk area today; null if area or day are not known.</summary>
    public bool? IsRiskArea(Facts facts)
    {
        if (facts.Now is not { } now || !facts.IsProven || facts.Code.Claims is not { Area: > 0 } claims)
            return null;
        var today = DateOnly.FromDateTime(now.DateTime);
        return RiskAreas.Any(risk => risk.Covers(claims.Area, today));
    }

    /// <summary>Everything that was found, the gravest first, and among equals in the order of the steps.</summary>
    internal List<Finding> Judge(Facts facts)
    {
        var findings = new List<Finding>();
        Add(findings, JudgeCode(facts.Code));
        if (facts.Code.IsWatched)
            Add(findings, new(Gravity.Hold, Reason.OnWatchlist));
        Add(findings, JudgeTemperature(facts.Temperature, facts.Attempt));
        if (Rules.IsEmpty)
            return findings;

        var data = LogicValue.Of(new FactData(facts, this));
        foreach (var rule in Rules)
        {
            if (rule.AppliesTo(facts))
                Add(findings, JudgeRule(rule, rule.Logic.Evaluate(data)));
        }

        return findings;
    }

    // A rule that cannot be judged is not met and not broken: a person looks.
    internal static Finding? JudgeRule(PolicyRule rule, LogicValue result) => result switch
    {
        { Kind: LogicKind.Boolean, Truth: true } => null,
        { Kind: LogicKind.Boolean } => new(GravityOf(rule), rule.Reason, rule),
        _ => new(Gravity.Manual, Reason.RuleNotJudged, rule),
    };

    static void Add(List<Finding> findings, Finding? found)
    {
        if (found is not { } finding)
            return;
        var place = findings.Count;
        while (place > 0 && findings[place - 1].Gravity < finding.Gravity)
            place--;
        findings.Insert(place, finding);
    }

    static Finding? JudgeCode(CodeCheck code) => code.Outcome switch
    {
        CodeOutcome.Valid => null,
        CodeOutcome.BadSignature => new(Gravity.Hold, Reason.BadSignature),
        CodeOutcome.Expired => new(Gravity.TurnBack, Reason.PassExpired),
        CodeOutcome.NotYetValid => new(Gravity.TurnBack, Reason.PassNotYetValid),
        CodeOutcome.ClockNotTrusted => new(Gravity.Manual, Reason.ClockNotTrusted),
        CodeOutcome.UnknownIssuer => new(Gravity.Manual, Reason.UnknownIssuer),
        CodeOutcome.NotAPass => new(Gravity.Manual, Reason.NotAPass),
        CodeOutcome.CarryCode => new(Gravity.Manual, Reason.CarryCodeShown),
        CodeOutcome.Empty or CodeOutcome.TooLong or CodeOutcome.NotText or CodeOutcome.Part =>
            new(Gravity.Manual, Reason.CodeUnreadable),
        CodeOutcome.NoPhone or CodeOutcome.ByHand => new(Gravity.Manual, Reason.NoPhone),
        CodeOutcome.NotShown => new(Gravity.Manual, Reason.CodeNotShown),
        CodeOutcome.KeyMismatch => new(Gravity.Hold, Reason.PassKeyMismatch),
        CodeOutcome.Revoked => new(Gravity.TurnBack, Reason.PassRevoked),
        CodeOutcome.WrongArea => new(Gravity.Manual, Reason.WrongArea),
        CodeOutcome.WrongClass => new(Gravity.Manual, Reason.WrongClass),
        CodeOutcome.IssuerNotAllowed => new(Gravity.Hold, Reason.IssuerNotAllowed),
        CodeOutcome.IssuerOutOfDate => new(Gravity.Manual, Reason.IssuerOutOfDate),
        CodeOutcome.Damaged => new(Gravity.Manual, Reason.PassDamaged),
        CodeOutcome.IdentityOnly => new(Gravity.Manual, Reason.IdentityUnproven),
        CodeOutcome.IdNumberWrong => new(Gravity.Manual, Reason.IdNumberWrong),
        CodeOutcome.HealthCode => JudgeColour(code.Colour),
        _ => throw new UnreachableException(),
    };

    static Finding? JudgeColour(HealthColour colour) => colour switch
    {
        HealthColour.Green => null,
        HealthColour.Yellow => new(Gravity.Hold, Reason.HealthCodeYellow),
        HealthColour.Red => new(Gravity.Hold, Reason.HealthCodeRed),
        HealthColour.NotConfirmed => new(Gravity.Manual, Reason.ColourNotConfirmed),
        _ => new(Gravity.Manual, Reason.ConfirmHealthCode),
    };

    Finding? JudgeTemperature(TemperatureCheck check, int attempt) => check switch
    {
        TemperatureCheck.Measured m when !IsOver(m) => null,
        TemperatureCheck.Measured when attempt < MaxAttempts => new(Gravity.Recheck, Reason.TemperatureHigh),
        TemperatureCheck.Measured => new(Gravity.Refer, Reason.TemperatureStillHigh),
        TemperatureCheck.Skipped { Why: TemperatureSkip.NotRequired } => null,
        TemperatureCheck.Skipped s => JudgeSkip(s.Why, attempt < MaxAttempts ? Gravity.Recheck : Gravity.Manual),
        _ => throw new UnreachableException(),
    };

    static Finding JudgeSkip(TemperatureSkip why, Gravity onceMore) => why switch
    {
        TemperatureSkip.SensorFault => new(Gravity.Manual, Reason.ThermometerFault),
        TemperatureSkip.FromCold => new(Gravity.Manual, Reason.SkinCold),
        TemperatureSkip.TooWarm => new(Gravity.Manual, Reason.SkinWarm),
        TemperatureSkip.Unsettled => new(Gravity.Refer, Reason.SkinUnsettled),
        TemperatureSkip.AirUnfit => new(Gravity.Manual, Reason.AirUnfit),
        TemperatureSkip.WarmingUp => new(Gravity.Manual, Reason.ThermometerWarmingUp),
        TemperatureSkip.BadDistance => new(onceMore, Reason.DistanceWrong),
        _ => new(onceMore, Reason.TemperatureNotSteady),
    };

    static Gravity GravityOf(PolicyRule rule) => rule switch
    {
        { Verdict: Verdict.TurnBack } => Gravity.TurnBack,
        { Reason: Reason.FromRiskArea or Reason.OnWatchlist } => Gravity.Hold,
        _ => Gravity.Manual,
    };

    static Verdict VerdictOf(Gravity gravity) => gravity switch
    {
        Gravity.Recheck => Verdict.Recheck,
        Gravity.TurnBack => Verdict.TurnBack,
        Gravity.Manual or Gravity.Refer or Gravity.Hold => Verdict.Hold,
        _ => throw new UnreachableException(),
    };
}
