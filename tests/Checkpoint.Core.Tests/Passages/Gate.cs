using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

/// <summary>A gate to walk through: things happen at it one after the other, and what it wrote and showed can be read.</summary>
sealed class Gate(Policy? policy = null, FaceRules? faces = null)
{
    readonly PassageMachine machine = new(policy ?? new(), faces ?? new());

    public GateState State { get; private set; } = GateState.Start;

    public TimeSpan Now { get; private set; }

    public List<PassageRecord> Records { get; } = [];

    public List<Prompt> Prompts { get; } = [];

    public List<DutyTurn> Turns { get; } = [];

    public PassageRecord Last => Records[^1];

    public Decision Verdict => Last.Decision;

    /// <summary>The next thing happens so much later. Nothing ticks in between.</summary>
    public Gate After(TimeSpan gap)
    {
        Now += gap;
        return this;
    }

    public Gate After(double seconds) => After(TimeSpan.FromSeconds(seconds));

    public Gate Tick(double afterSeconds = 0) => After(afterSeconds).Take(new PassageInput.Ticked(Now));

    public Gate Arrive(Direction direction = Direction.Entry) => Take(new PassageInput.Arrived(Now, direction));

    public Gate Leave() => Take(new PassageInput.Left(Now));

    public Gate Show(ulong code, CodeOutcome outcome = CodeOutcome.Valid) => Show(code, new CodeCheck(outcome, Some.Claims(code)));

    public Gate Show(ulong fingerprint, CodeCheck check) =>
        Take(new PassageInput.CodeShown(Now, new CodeFingerprint(fingerprint), check));

    public Gate Badge(ulong badge, CodeOutcome outcome = CodeOutcome.Valid) =>
        Show(badge, new CodeCheck(outcome, Some.Claims(badge) with { Class = PassClass.Operator }));

    /// <summary>A code is told of that was in view so much earlier.</summary>
    public Gate ShowLate(ulong code, double seenSecondsAgo) => Take(
        new PassageInput.CodeShown(Now, new CodeFingerprint(code), new(CodeOutcome.Valid, Some.Claims(code))) { SeenAt = Now - TimeSpan.FromSeconds(seenSecondsAgo) });

    /// <summary>The last decision was so long in writing before anybody saw the light.</summary>
    public Gate ShownAfter(double seconds)
    {
        State = State.ShownAfter(TimeSpan.FromSeconds(seconds));
        return this;
    }

    public Gate Face(int hundredths = 36_50, int samples = 8) => Read(Some.Reading(hundredths), samples);

    /// <summary>What is around the thermometer from now on.</summary>
    public Gate Around(double air = 24, Readiness readiness = Readiness.Ready, double? outdoors = 24, Calibration? calibration = null)
    {
        State = State with { Surroundings = new(At(air), outdoors is { } known ? At(known) : null, readiness) { Calibration = calibration } };
        return this;
    }

    public Gate Fault(int times = 20) => Read(Some.Fault(), times);

    public Gate Press(OperatorAction action) => Take(new PassageInput.Operated(Now, action));

    public Gate AdmitByHand() => Press(new OperatorAction.AdmitByHand());

    public Gate NoPhone() => Press(new OperatorAction.NoPhone());

    public Gate ShowHealthCode(ulong fingerprint = 70) =>
        Show(fingerprint, new CodeCheck(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Origin = new("粤康码", "Guangdong") });

    public Gate Colour(HealthColour colour) => Press(new OperatorAction.ColourSeen(colour));

    public Gate Clear() => Press(new OperatorAction.Clear());

    public Gate Vehicle(int occupants) => Press(new OperatorAction.Vehicle(occupants));

    public Gate Take(PassageInput input)
    {
        var (next, effects) = machine.Advance(State, input);
        State = next;
        Records.AddRange(effects.OfType<PassageEffect.Register>().Select(effect => effect.Record));
        Turns.AddRange(effects.OfType<PassageEffect.Sign>().Select(effect => effect.Turn));
        Prompts.AddRange(effects.OfType<PassageEffect.Show>().Select(effect => effect.Prompt));
        return this;
    }

    static AmbientTemperature At(double celsius) => AmbientTemperature.FromHundredths((int)Math.Round(celsius * 100));

    Gate Read(ThermometerReading reading, int times)
    {
        for (var i = 0; i < times; i++)
            Take(new PassageInput.Sampled(Now, reading));
        return this;
    }
}
