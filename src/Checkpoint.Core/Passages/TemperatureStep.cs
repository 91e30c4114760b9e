using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Passages;

/// <summary>The second step (测温): from single reads to a temperature that can be decided on, or to a reason why there is none. Pure.</summary>
sealed class TemperatureStep
{
    readonly Policy policy;
    readonly FaceRules faces;
    readonly Screener? screener;

    /// <summary>Makes the step of one box under one policy.</summary>
    /// <param name="policy">How steady, and how often.</param>
    /// <param name="faces">What this box's thermometer is worth.</param>
    public TemperatureStep(Policy policy, FaceRules faces)
    {
        (this.policy, this.faces) = (policy, faces);
        screener = faces.ScreenerBy(policy.Comparison);
        Empty = StableSegment.Empty(policy.Sampling.ToSegment(faces.LongestGap) with { Spot = SpotOf(faces.Sight) });
    }

    /// <summary>Nothing seen yet.</summary>
    public StableSegment Empty { get; }

    /// <summary>Takes one read of the thermometer while this person is awaited before it.</summary>
    public Subject Sample(GateState state, Subject who, PassageInput.Sampled sampled)
    {
        var segment = who.Segment.Add(sampled.At, sampled.Reading);
        if (sampled.Reading is ThermometerReading.Measured seen && !IsFace(sampled.Aim, seen.Surface))
            segment = segment.Interrupted();
        var next = who with { Segment = segment, Aim = sampled.Aim };
        return segment.Result() switch
        {
            SegmentResult.Faulty => next with { Temperature = new TemperatureCheck.Skipped(TemperatureSkip.SensorFault) },
            SegmentResult.Steady steady => Judge(state, next with { Face = steady, FaceAt = sampled.At }),
            _ => next,
        };
    }

    /// <summary>Judges a face again now that the code tells whose it is: they may have been asked to wait before.</summary>
    public Subject Know(GateState state, Subject who) => screener is not null && who is { Face: not null, Code: not null } ? Judge(state, who) : who;

    /// <summary>What the gate remembers of a passage that was decided: what is ordinary, and who was asked to wait.</summary>
    public GateState Remember(GateState state, Subject who)
    {
        if (who is { Temperature: TemperatureCheck.Measured { Judgement.Outcome: Screening.Pass pass }, Attempt: 1, Skin: null })
            state = state with { Ordinary = OrdinaryOf(state).After(pass) };
        return (who.Fingerprint, who.Temperature) switch
        {
            ({ } code, TemperatureCheck.Skipped { Why: TemperatureSkip.FromCold or TemperatureSkip.TooWarm }) when who.Skin is { } skin =>
                state with { Waiting = state.Waiting.Keep(new(code, skin), who.FaceAt) },
            ({ } code, not null) => state with { Waiting = state.Waiting.Without(code) },
            _ => state,
        };
    }

    Subject Judge(GateState state, Subject who)
    {
        if (Correct(who.Face!.Surface, state.Surroundings) is not { } surface)
            return who with { Temperature = new TemperatureCheck.Skipped(TemperatureSkip.SensorFault) };
        if (screener is null)
            return who with { Temperature = new TemperatureCheck.Measured(surface) };

        var skin = SkinOf(state, who, surface);
        var baseline = OrdinaryOf(state).Baseline;
        var isLast = who.Attempt - who.Missed >= policy.MaxAttempts;
        var screening = screener.Screen(
            new(who.Face, [surface], state.Surroundings.Air, Aim.Good, state.Surroundings.Readiness, skin?.Judge() ?? Settling.Settled, isLast), baseline);
        return screening is Screening.Invalid invalid
            ? Wait(who, surface, skin, invalid.Why)
            : who with { Skin = skin, Temperature = Measured(screening, baseline, isLast) };
    }

    TemperatureCheck.Measured Measured(Screening screening, Baseline baseline, bool isLast)
    {
        var judgement = new FaceJudgement(screening, Line: 0);
        var line = screener!.LineAt(judgement.Seen.Air, baseline) - (isLast ? 0 : screener.Rule.Guard);
        return new(judgement.Seen.Surface) { Judgement = judgement with { Line = line } };
    }

    // Whoever shows no code cannot be told from others when they come back, and a clinical thermometer decides at once.
    Subject Wait(Subject who, SurfaceTemperature surface, Acclimatisation? skin, InvalidReason why)
    {
        if (why is not (InvalidReason.Cold or InvalidReason.Hot))
            return who with { Temperature = new TemperatureCheck.Skipped(SkipOf(why)) };
        var measured = skin ?? Acclimatisation.Begin(faces.Settling).Add(new(who.FaceAt, surface));
        var isUnknown = who is { Code: not null, Fingerprint: null };
        return who with
        {
            Skin = measured,
            Temperature = new TemperatureCheck.Skipped(isUnknown || measured.IsExhausted ? TemperatureSkip.Unsettled : SkipOf(why)),
        };
    }

    // Measured before, or to be measured more than once because people come in from the cold.
    Acclimatisation? SkinOf(GateState state, Subject who, SurfaceTemperature surface)
    {
        var before = who.Fingerprint is { } code ? state.Waiting.Find(code, who.FaceAt) : null;
        if (before is null && !faces.Settling.ComeFromCold(state.Surroundings.Outdoors))
            return null;
        return (before ?? Acclimatisation.Begin(faces.Settling)).Add(new(who.FaceAt, surface));
    }

    // What was ordinary by another calibration is learned anew.
    Ordinary OrdinaryOf(GateState state)
    {
        var calibrated = state.Surroundings.Calibration?.Run.At;
        return state.Ordinary is { } known && known.CalibratedAt == calibrated ? known : new(screener!.Begin(), calibrated);
    }

    SurfaceTemperature? Correct(SurfaceTemperature seen, Surroundings around)
    {
        var calibrated = around.Calibration is { } calibration ? calibration.Apply(seen) : seen;
        return screener is not null && around.Air is { } air && calibrated is { } surface ? faces.Skin.Apply(surface, air) : calibrated;
    }

    // A spot that wanders mostly reads low: its upper quantile counts. The warmest of a whole face is found by the sensor itself.
    static SpotKind SpotOf(Sight sight) => sight == Sight.ForeheadScan ? SpotKind.Scanning : SpotKind.Still;

    bool IsFace(Aim? aim, SurfaceTemperature surface) => aim is { } measured ? measured == Aim.Good : policy.Sampling.IsFace(surface);

    static TemperatureSkip SkipOf(InvalidReason why) => why switch
    {
        InvalidReason.Cold => TemperatureSkip.FromCold,
        InvalidReason.Hot => TemperatureSkip.TooWarm,
        InvalidReason.Sensor => TemperatureSkip.WarmingUp, // faults have their own way
        InvalidReason.Ambient => TemperatureSkip.AirUnfit,
        InvalidReason.Distance => TemperatureSkip.BadDistance,
        _ => TemperatureSkip.NotSteady,
    };
}
