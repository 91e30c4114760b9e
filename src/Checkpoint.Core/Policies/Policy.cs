using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Policies;

/// <summary>The rules a checkpoint applies. They are data: each record names the version it was decided under.</summary>
public sealed record Policy
{
    /// <summary>Version, rising; each entry carries it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// A surface on or over this line is measured again, then referred. Default 37.30 °C, inclusive ("37.3 含"). It is a line to look
    /// twice at, not a fever detector.
    /// </summary>
    public SurfaceTemperature RecheckFrom { get; init; } = SurfaceTemperature.FromHundredths(37_30);

    /// <summary>Measurements of one person before a person takes over. Default 2; 2 … 5: never red on one infrared reading.</summary>
    public int MaxAttempts { get; init; } = 2;

    /// <summary>Whether people going out are measured too. Default no.</summary>
    public bool MeasureOnExit { get; init; }

    /// <summary>When a run of samples is a measurement.</summary>
    public SamplingRule Sampling { get; init; } = new();

    /// <summary>How long the gate waits for what.</summary>
    public GateTimes Times { get; init; } = new();

    /// <summary>Decides one passage: every step is judged, and the worst finding wins.</summary>
    public Decision Decide(Facts facts)
    {
        var findings = Findings(facts).OrderByDescending(finding => finding.Rank).ToImmutableArray();
        return findings.IsEmpty
            ? new(Verdict.Admit, Reason.AllInOrder)
            : new(VerdictOf(findings[0].Rank), [.. findings.Select(finding => finding.Reason)]);
    }

    IEnumerable<Finding> Findings(Facts facts)
    {
        if (JudgeCode(facts.Code.Outcome) is { } code)
            yield return code;
        if (JudgeTemperature(facts.Temperature, facts.Attempt) is { } temperature)
            yield return temperature;
    }

    static Finding? JudgeCode(CodeOutcome outcome) => outcome switch
    {
        CodeOutcome.Valid => null,
        CodeOutcome.BadSignature => new(Rank.Hold, Reason.BadSignature),
        CodeOutcome.Expired => new(Rank.TurnBack, Reason.PassExpired),
        CodeOutcome.NotYetValid => new(Rank.TurnBack, Reason.PassNotYetValid),
        CodeOutcome.ClockNotTrusted => new(Rank.Manual, Reason.ClockNotTrusted),
        CodeOutcome.UnknownIssuer => new(Rank.Manual, Reason.UnknownIssuer),
        CodeOutcome.NotAPass => new(Rank.Manual, Reason.NotAPass),
        CodeOutcome.Empty or CodeOutcome.TooLong or CodeOutcome.NotText or CodeOutcome.Part =>
            new(Rank.Manual, Reason.CodeUnreadable),
        CodeOutcome.NoPhone or CodeOutcome.ByHand => new(Rank.Manual, Reason.NoPhone),
        CodeOutcome.NotShown => new(Rank.Manual, Reason.CodeNotShown),
        CodeOutcome.KeyMismatch => new(Rank.Hold, Reason.PassKeyMismatch),
        CodeOutcome.Revoked => new(Rank.TurnBack, Reason.PassRevoked),
        CodeOutcome.WrongArea => new(Rank.Manual, Reason.WrongArea),
        CodeOutcome.WrongClass => new(Rank.Manual, Reason.WrongClass),
        CodeOutcome.IssuerNotAllowed => new(Rank.Hold, Reason.IssuerNotAllowed),
        CodeOutcome.IssuerOutOfDate => new(Rank.Manual, Reason.IssuerOutOfDate),
        CodeOutcome.Damaged => new(Rank.Manual, Reason.PassDamaged),
        CodeOutcome.IdentityOnly => new(Rank.Manual, Reason.IdentityUnproven),
        CodeOutcome.IdNumberWrong => new(Rank.Manual, Reason.IdNumberWrong),
        CodeOutcome.HealthCode => new(Rank.Manual, Reason.ConfirmHealthCode),
        _ => throw new UnreachableException(),
    };

    Finding? JudgeTemperature(TemperatureCheck check, int attempt) => check switch
    {
        TemperatureCheck.Measured m when m.Surface < RecheckFrom => null,
        TemperatureCheck.Measured when attempt < MaxAttempts => new(Rank.Recheck, Reason.TemperatureHigh),
        TemperatureCheck.Measured => new(Rank.Refer, Reason.TemperatureStillHigh),
        TemperatureCheck.Skipped { Why: TemperatureSkip.NotRequired } => null,
        TemperatureCheck.Skipped { Why: TemperatureSkip.SensorFault } => new(Rank.Manual, Reason.ThermometerFault),
        TemperatureCheck.Skipped when attempt < MaxAttempts => new(Rank.Recheck, Reason.TemperatureNotSteady),
        TemperatureCheck.Skipped => new(Rank.Manual, Reason.TemperatureNotSteady),
        _ => throw new UnreachableException(),
    };

    static Verdict VerdictOf(Rank rank) => rank switch
    {
        Rank.Recheck => Verdict.Recheck,
        Rank.TurnBack => Verdict.TurnBack,
        Rank.Manual or Rank.Refer or Rank.Hold => Verdict.Hold,
        _ => throw new UnreachableException(),
    };

    // From mild to grave. A recheck outranks a turning back, so that nobody is sent away with an unmeasured fever.
    enum Rank
    {
        Manual,
        TurnBack,
        Recheck,
        Refer,
        Hold,
    }

    readonly record struct Finding(Rank Rank, Reason Reason);
}
