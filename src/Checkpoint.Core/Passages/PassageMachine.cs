using System.Diagnostics;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Passages;

/// <summary>
/// The gate's state machine: check the code, take the temperature, register; one person at a time, no step skipped without a recorded
/// reason. Pure.
/// </summary>
/// <remarks>
/// Code and temperature belong to the same person because both must come within one presence: an edge of the presence sensor or a second
/// code in between throws away what was seen before it.
/// </remarks>
/// <param name="policy">The rules.</param>
/// <param name="faces">What this box's thermometer is worth.</param>
public sealed class PassageMachine(Policy policy, FaceRules faces)
{
    readonly TemperatureStep temperatures = new(policy, faces);

    /// <summary>The rules.</summary>
    public Policy Policy => policy;

    /// <summary>Takes one input.</summary>
    /// <param name="state">The gate as it was.</param>
    /// <param name="input">What happened; times never go back.</param>
    public PassageStep Advance(GateState state, PassageInput input)
    {
        if (input is PassageInput.Arrived)
            state = state with { Presences = state.Presences + 1 };
        if (input is PassageInput.PartShown part)
            return ShowPart(state, part);
        return state.Passage switch
        {
            Passage.Idle => WhenIdle(state, input),
            Passage.Checking checking => WhenChecking(state, checking.Who, input),
            Passage.Rechecking waiting => WhenRechecking(state, waiting, input),
            Passage.Decided decided => WhenDecided(state, decided, input),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The gate after a record that could not be written: nobody was registered, so the same code may be shown again.</summary>
    /// <param name="after">The gate after the step.</param>
    /// <param name="before">The gate before it.</param>
    public static GateState Unregister(GateState after, GateState before) =>
        after with { Passage = new Passage.Idle(), Recent = before.Recent };

    PassageStep WhenIdle(GateState state, PassageInput input) => input switch
    {
        PassageInput.Arrived a => Welcome(state, a.At, a.Direction, occupancy: null),
        PassageInput.CodeShown c => ShowCode(state, Begin(state, c.At, Direction.Entry, occupancy: null), c),
        PassageInput.Operated { Action: OperatorAction.Vehicle v } o => Welcome(state, o.At, Direction.Entry, new(1, v.Occupants)),
        PassageInput.Operated { Action: OperatorAction.NoPhone } o =>
            TakeCode(state, Begin(state, o.At, Direction.Entry, occupancy: null), o.At, new(CodeOutcome.NoPhone), fingerprint: null),
        _ => PassageStep.Stay(state),
    };

    PassageStep WhenChecking(GateState state, Subject who, PassageInput input) => input switch
    {
        PassageInput.CodeShown c => ShowCode(state, who, c),
        PassageInput.Sampled s => Sample(state, who, s),
        PassageInput.Ticked t => Wait(state, who, t.At),
        PassageInput.Operated o => Operate(state, who, o),
        PassageInput.Left l => Leave(state, who, l.At),
        PassageInput.Arrived when who.Occupancy is not null => PassageStep.Stay(state), // people get out and in again
        PassageInput.Arrived a when who.HasFacts => OneAtATime(state, who, who with { Direction = a.Direction }, a.At),
        PassageInput.Arrived a => PassageStep.Stay(state.Checking(Fresh(who with { Direction = a.Direction }, a.At))),
        _ => throw new UnreachableException(),
    };

    PassageStep WhenRechecking(GateState state, Passage.Rechecking waiting, PassageInput input) => input switch
    {
        PassageInput.Left l => Leave(state, waiting.Who, l.At),
        PassageInput.Arrived a when waiting.Who is { Occupancy: null, HasFacts: false } => PassageStep.Stay(
            state with { Passage = waiting with { Who = Fresh(waiting.Who with { Direction = a.Direction }, a.At) } }),
        PassageInput.Arrived => WhenChecking(state, waiting.Who, input),
        PassageInput.CodeShown c when waiting.Who.Code is not null => ShowCode(state, waiting.Who, c),
        PassageInput.Operated o => Operate(state, waiting.Who, o),
        _ when input.At - waiting.Since >= policy.Times.BeforeRecheck =>
            Resume(state, waiting.Who with { Since = input.At }, input),
        _ => PassageStep.Stay(state),
    };

    PassageStep Resume(GateState state, Subject who, PassageInput input) => WhenChecking(state.Checking(who), who, input);

    PassageStep WhenDecided(GateState state, Passage.Decided decided, PassageInput input) => input switch
    {
        PassageInput.CodeShown c when c.Fingerprint == decided.Who.Fingerprint => ShowAgain(state, decided, c),
        PassageInput.CodeShown c => ShowCode(state, BeginAfter(state, decided, c.At), c),
        PassageInput.Operated { Action: OperatorAction.AdmitByHand } o when decided.Decision.Verdict != Verdict.Admit =>
            AdmitByHand(state, decided.Who, o.At),
        PassageInput.Operated { Action: OperatorAction.NoPhone } o =>
            TakeCode(state, BeginAfter(state, decided, o.At), o.At, new(CodeOutcome.NoPhone), fingerprint: null),
        PassageInput.Operated { Action: OperatorAction.Vehicle v } o when !decided.Who.HasMore =>
            Welcome(state, o.At, decided.Who.Direction, new(1, v.Occupants)),
        PassageInput.Operated { Action: OperatorAction.Clear } or PassageInput.Left => Part(state, decided),
        PassageInput.Arrived a when !decided.Who.HasMore => Welcome(state, a.At, a.Direction, occupancy: null),
        PassageInput.Ticked t when t.At - decided.Since >= (decided.Who.HasMore ? policy.Times.ForOccupant : policy.Times.ShowVerdict) =>
            Part(state, decided),
        _ => PassageStep.Stay(state),
    };

    // --- the first step: the code

    PassageStep ShowCode(GateState state, Subject who, PassageInput.CodeShown shown)
    {
        if (who.Fingerprint == shown.Fingerprint)
            return PassageStep.Stay(state);
        if (!who.AwaitsCode)
            return OneAtATime(state, who, who, shown.At);
        if (state.Recent.Find(shown.Fingerprint, who.Direction, shown.At - policy.Times.ReadAgain) is { } before)
            return Tick(state, who, before);
        return TakeCode(state, who with { Visit = shown.Visit }, shown.At, shown.Code, shown.Fingerprint);
    }

    // Whoever has shown one part gets the whole time again for the next. It says nothing yet, so it decides nothing.
    PassageStep ShowPart(GateState state, PassageInput.PartShown part) => state.Passage switch
    {
        Passage.Idle => new(state.Checking(Begin(state, part.At, Direction.Entry, occupancy: null)), [Next(part)]),
        Passage.Checking { Who.AwaitsCode: true } checking => new(state.Checking(checking.Who with { Since = part.At }), [Next(part)]),
        _ => PassageStep.Stay(state),
    };

    static PassageEffect.Show Next(PassageInput.PartShown part) => new(new Prompt.NextPart(part.Have, part.Of));

    PassageStep TakeCode(GateState state, Subject who, TimeSpan at, CodeCheck code, CodeFingerprint? fingerprint)
    {
        // In a vehicle the face before the code may still be the last occupant's.
        var segment = who.Occupancy is null ? who.Segment : temperatures.Empty;
        var temperature = who.Temperature ?? (policy.PassesAtOnce(code) ? new TemperatureCheck.Skipped(TemperatureSkip.NotRequired) : null);
        var checkedOne = temperatures.Know(
            state, who with { Code = code, Fingerprint = fingerprint, Temperature = temperature, Segment = segment, Since = at });
        Prompt next = checkedOne.AwaitsColour ? new Prompt.WhichColour(code.Origin) : new Prompt.Measuring();
        return Conclude(state.Counting(who), checkedOne, at, new PassageEffect.Show(next));
    }

    static PassageStep Tick(GateState state, Subject who, TimeSpan registered)
    {
        // Somebody who was registered a moment ago needs nothing more; a vehicle's occupants still do.
        var next = who.Occupancy is null ? state with { Passage = new Passage.Idle() } : state;
        return new(next, [new PassageEffect.Show(new Prompt.AlreadyRegistered(registered))]);
    }

    PassageStep ShowAgain(GateState state, Passage.Decided decided, PassageInput.CodeShown shown) =>
        state.Recent.Find(shown.Fingerprint, decided.Who.Direction, shown.At - policy.Times.ReadAgain) is { } before
            ? new(state, [new PassageEffect.Show(new Prompt.AlreadyRegistered(before))])
            : PassageStep.Stay(state);

    // --- the second step: the temperature

    PassageStep Sample(GateState state, Subject who, PassageInput.Sampled sampled)
    {
        var notTheirs = who is { Code: null, Occupancy.Occupant: > 1 };
        if (who.Temperature is not null || notTheirs)
            return PassageStep.Stay(state);

        var measured = temperatures.Sample(state, who, sampled);
        return measured.Temperature is null ? PassageStep.Stay(state.Checking(measured)) : Conclude(state, measured, sampled.At);
    }

    PassageStep Wait(GateState state, Subject who, TimeSpan at) => at - who.Since < who.Patience(policy.Times)
        ? PassageStep.Stay(state)
        : Conclude(state.Counting(who), who.GivenUp(), at);

    // --- the third step: decide and register

    PassageStep Conclude(GateState state, Subject who, TimeSpan at, PassageEffect? meanwhile = null)
    {
        if (who.Code is null || who.AwaitsColour || who.Temperature is null)
            return new(state.Checking(who), meanwhile is null ? [] : [meanwhile]);

        var decision = policy.Decide(who.FactsWith(CodeOutcome.NotShown, TemperatureSkip.NotSteady, state.Now));
        return decision.Verdict == Verdict.Recheck
            ? Again(state, who, decision, at)
            : Finish(state, who, decision, at);
    }

    PassageStep Again(GateState state, Subject who, Decision decision, TimeSpan at)
    {
        return new(state with { Passage = new Passage.Rechecking(who.Again(), at) }, [Register(state, who, decision)]);
    }

    PassageStep Finish(GateState state, Subject who, Decision decision, TimeSpan at)
    {
        var next = temperatures.Remember(state, who) with { Passage = new Passage.Decided(who, decision, at) };
        return new(decision.Verdict == Verdict.Admit ? Remember(next, who, at) : next, [Register(state, who, decision)]);
    }

    GateState Remember(GateState state, Subject who, TimeSpan at) => who.Fingerprint is { } code
        ? state with { Recent = state.Recent.Add(new(code, who.Direction, at), at - policy.Times.ReadAgain) }
        : state;

    PassageStep OneAtATime(GateState state, Subject who, Subject next, TimeSpan at)
    {
        var decision = new Decision(Verdict.Recheck, Reason.OneAtATime);
        var again = state with { Passage = new Passage.Rechecking(Fresh(next, at), at) };
        return new(again.Counting(who), [Register(state, who, decision)]);
    }

    PassageStep Leave(GateState state, Subject who, TimeSpan at)
    {
        // A passage that was counted has a record, or a code, that somebody must answer for.
        var begun = who.HasFacts || who.Number <= state.Passages;
        if (who.Occupancy is { } occupancy && (begun || occupancy.Occupant > 1))
            return Depart(state, who, Reason.OccupantsUnchecked);
        return begun ? Depart(state, who, Reason.LeftEarly) : Free(state);
    }

    PassageStep Depart(GateState state, Subject who, Reason reason)
    {
        var facts = who.FactsWith(CodeOutcome.NotShown, TemperatureSkip.LeftEarly, state.Now);
        var record = new PassageRecord(
            who.Number, RecordKind.Passage, facts, who.Occupancy, new(Verdict.Hold, reason), policy.Version);
        return new(state.Counting(who) with { Passage = new Passage.Idle() }, [new PassageEffect.Register(record)]);
    }

    PassageStep Part(GateState state, Passage.Decided decided) => decided.Who.HasMore
        ? Depart(state, NextOccupant(state, decided.Who, decided.Since), Reason.OccupantsUnchecked)
        : Free(state);

    static PassageStep Free(GateState state) =>
        new(state with { Passage = new Passage.Idle() }, [new PassageEffect.Show(new Prompt.Free())]);

    // --- the volunteer

    PassageStep Operate(GateState state, Subject who, PassageInput.Operated operated) => operated.Action switch
    {
        OperatorAction.NoPhone when who.AwaitsCode =>
            TakeCode(state, who, operated.At, new(CodeOutcome.NoPhone), fingerprint: null),
        OperatorAction.ColourSeen seen when who.TakesColour => TakeColour(state, who, operated.At, seen.Colour),
        OperatorAction.Vehicle v when who.Occupancy is null =>
            PassageStep.Stay(state.Checking(who with { Occupancy = new(1, v.Occupants), Since = operated.At })),
        OperatorAction.AdmitByHand => AdmitByHand(state, who, operated.At),
        OperatorAction.Clear => Leave(state, who, operated.At),
        OperatorAction.NoPhone or OperatorAction.ColourSeen or OperatorAction.Vehicle => PassageStep.Stay(state),
        _ => throw new UnreachableException(),
    };

    PassageStep TakeColour(GateState state, Subject who, TimeSpan at, HealthColour colour) => Conclude(
        state, who with { Code = who.Code! with { Colour = colour }, Since = at }, at, new PassageEffect.Show(new Prompt.Measuring()));

    PassageStep AdmitByHand(GateState state, Subject who, TimeSpan at)
    {
        var decision = new Decision(Verdict.Admit, Reason.AdmittedByHand);
        var facts = who.FactsWith(CodeOutcome.ByHand, TemperatureSkip.ByHand, state.Now);
        var record = new PassageRecord(who.Number, RecordKind.Override, facts, who.Occupancy, decision, policy.Version);
        var next = state.Counting(who) with { Passage = new Passage.Decided(who, decision, at) };
        return new(Remember(next, who, at), [new PassageEffect.Register(record)]);
    }

    // --- people

    PassageStep Welcome(GateState state, TimeSpan at, Direction direction, Occupancy? occupancy)
    {
        var who = Begin(state, at, direction, occupancy);
        return new(state.Checking(who), [new PassageEffect.Show(new Prompt.Welcome())]);
    }

    Subject Begin(GateState state, TimeSpan at, Direction direction, Occupancy? occupancy) =>
        Fresh(new(state.Passages + 1, direction, occupancy, temperatures.Empty), at);

    Subject BeginAfter(GateState state, Passage.Decided decided, TimeSpan at) => decided.Who.HasMore
        ? NextOccupant(state, decided.Who, at)
        : Begin(state, at, decided.Who.Direction, occupancy: null);

    Subject NextOccupant(GateState state, Subject who, TimeSpan at) =>
        Begin(state, at, who.Direction, who.Occupancy?.Next);

    Subject Fresh(Subject who, TimeSpan at)
    {
        var needed = who.Direction == Direction.Entry || policy.MeasureOnExit;
        return who.Forget(at, needed ? null : new TemperatureCheck.Skipped(TemperatureSkip.NotRequired));
    }

    PassageEffect.Register Register(GateState state, Subject who, Decision decision)
    {
        var facts = who.FactsWith(CodeOutcome.NotShown, TemperatureSkip.NotSteady, state.Now);
        return new(new PassageRecord(who.Number, RecordKind.Passage, facts, who.Occupancy, decision, policy.Version));
    }
}
