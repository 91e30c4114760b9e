using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Passages;

/// <summary>The third step (登记): decides, and makes the record of each way in which a passage ends. Pure.</summary>
/// <param name="policy">The rules.</param>
/// <param name="temperatures">What is remembered of a face.</param>
/// <param name="newcomers">Who comes next.</param>
sealed class RegistrationStep(Policy policy, TemperatureStep temperatures, Newcomers newcomers)
{
    /// <summary>Decides as soon as both steps before have a result.</summary>
    /// <param name="state">The gate.</param>
    /// <param name="who">The person, with what was just learned.</param>
    /// <param name="at">Now.</param>
    /// <param name="meanwhile">What is shown while something is still awaited.</param>
    public PassageStep Conclude(GateState state, Subject who, TimeSpan at, PassageEffect? meanwhile = null)
    {
        if (who.Code is null || who.AwaitsColour || who.Temperature is null)
            return new(state.Checking(who), meanwhile is null ? [] : [meanwhile]);

        var decision = policy.Decide(who.FactsWith(CodeOutcome.NotShown, TemperatureSkip.NotSteady, state.Now));
        return decision.Verdict == Verdict.Recheck
            ? Again(state, who, decision, at)
            : Finish(state, who, decision, at);
    }

    /// <summary>Two people or two codes at once: nothing that was seen counts.</summary>
    /// <param name="state">The gate.</param>
    /// <param name="who">Of whom something was known.</param>
    /// <param name="next">Who is checked from now on.</param>
    /// <param name="at">Now.</param>
    public PassageStep OneAtATime(GateState state, Subject who, Subject next, TimeSpan at)
    {
        var decision = new Decision(Verdict.Recheck, Reason.OneAtATime);
        var again = state with { Passage = new Passage.Rechecking(newcomers.Fresh(next, at), at) };
        return new(again.Counting(who), [Register(state, who, decision)]);
    }

    /// <summary>Whoever was checked has gone.</summary>
    public PassageStep Leave(GateState state, Subject who)
    {
        // A passage that was counted has a record, or a code, that somebody must answer for.
        var begun = who.HasFacts || who.Number <= state.Passages;
        if (who.Occupancy is { } occupancy && (begun || occupancy.Occupant > 1))
            return Depart(state, who, Reason.OccupantsUnchecked);
        return begun ? Depart(state, who, Reason.LeftEarly) : Free(state);
    }

    /// <summary>Whoever was decided on has gone.</summary>
    public PassageStep Part(GateState state, Passage.Decided decided) => decided.Who.HasMore
        ? Depart(state, newcomers.NextOccupant(state, decided.Who, decided.Since), Reason.OccupantsUnchecked)
        : Free(state);

    /// <summary>The volunteer decides, whatever the gate would have said.</summary>
    public PassageStep Override(GateState state, Subject who, Decision decision, TimeSpan at)
    {
        var facts = who.FactsWith(CodeOutcome.ByHand, TemperatureSkip.ByHand, state.Now);
        var record = Record(state, who, RecordKind.Override, facts, decision);
        var next = state.Counting(who) with { Passage = new Passage.Decided(who, decision, at) };
        return new(Remember(next, who, decision, at), [record]);
    }

    PassageStep Again(GateState state, Subject who, Decision decision, TimeSpan at) =>
        new(state with { Passage = new Passage.Rechecking(who.Again(who.Temperature is TemperatureCheck.Measured), at) }, [Register(state, who, decision)]);

    PassageStep Finish(GateState state, Subject who, Decision decision, TimeSpan at)
    {
        var next = temperatures.Remember(state, who) with { Passage = new Passage.Decided(who, decision, at) };
        return new(Remember(next, who, decision, at), [Register(state, who, decision)]);
    }

    GateState Remember(GateState state, Subject who, Decision decision, TimeSpan at) => who.Fingerprint switch
    {
        { } code when decision.Verdict == Verdict.Admit =>
            state with { Recent = state.Recent.Add(new(code, who.Direction, at), at - policy.Times.ReadAgain) },
        { } code => state with { Recent = state.Recent.Without(code, who.Direction) },
        null => state,
    };

    PassageStep Depart(GateState state, Subject who, Reason reason)
    {
        var departed = Register(state, who, new(Verdict.Hold, reason), TemperatureSkip.LeftEarly);
        return new(state.Counting(who) with { Passage = new Passage.Idle() }, [departed]);
    }

    static PassageStep Free(GateState state) =>
        new(state with { Passage = new Passage.Idle() }, [new PassageEffect.Show(new Prompt.Free())]);

    PassageEffect.Register Register(GateState state, Subject who, Decision decision, TemperatureSkip without = TemperatureSkip.NotSteady)
    {
        var facts = who.FactsWith(CodeOutcome.NotShown, without, state.Now);
        return Record(state, who, RecordKind.Passage, facts, decision);
    }

    PassageEffect.Register Record(GateState state, Subject who, RecordKind kind, Facts facts, Decision decision)
    {
        var record = new PassageRecord(who.Number, kind, facts, who.Occupancy, decision, policy.Version);
        return new(record.HasOperators ? record with { Operators = state.Duty.Present } : record);
    }
}
