using System.Diagnostics;
using Checkpoint.Policies;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Passages;

/// <summary>
/// The gate's state machine: check the code, take the temperature, register; one person at a time, no step skipped without a recorded
/// reason. Pure.
/// </summary>
/// <remarks>
/// Code and temperature belong to the same person because both must come within one presence: an edge of the presence sensor or a second
/// code in between throws away what was seen before it, and a code that is told only after such an edge is that of somebody who has gone.
/// </remarks>
public sealed class PassageMachine
{
    readonly Newcomers newcomers;
    readonly CodeStep codes;
    readonly TemperatureStep temperatures;
    readonly RegistrationStep registration;
    readonly VolunteerStep volunteer;

    /// <summary>Makes the machine of one box under one policy.</summary>
    /// <param name="policy">The rules.</param>
    /// <param name="faces">What this box's thermometer is worth.</param>
    public PassageMachine(Policy policy, FaceRules faces)
    {
        Policy = policy;
        temperatures = new(policy, faces);
        newcomers = new(policy, temperatures);
        registration = new(policy, temperatures, newcomers);
        codes = new(policy, temperatures, registration, newcomers);
        volunteer = new(codes, temperatures, registration, newcomers);
    }

    /// <summary>The rules.</summary>
    public Policy Policy { get; }

    /// <summary>Takes one input.</summary>
    /// <param name="state">The gate as it was.</param>
    /// <param name="input">What happened; times never go back.</param>
    public PassageStep Advance(GateState state, PassageInput input)
    {
        if (input is PassageInput.Arrived)
            state = state with { Presences = state.Presences + 1 };
        if (input is PassageInput.Arrived or PassageInput.Left or PassageInput.Operated { Action: OperatorAction.Clear })
            state = state with { OthersUntil = input.At };
        if (input is PassageInput.CodeShown late && late.SeenAt < state.OthersUntil && !IsAtVehicle(state))
            return CodeStep.TooLate(state);
        if (input is PassageInput.CodeShown badge && DutyStep.IsBadge(badge.Code))
            return DutyStep.Take(state, badge);
        if (input is PassageInput.PartShown part)
            return codes.ShowPart(state, part);
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

    // People of a vehicle get out and in again while they are checked.
    static bool IsAtVehicle(GateState state) => state.Passage switch
    {
        Passage.Decided decided => decided.Who.HasMore,
        _ => state.Passage.Somebody?.Occupancy is not null,
    };

    PassageStep WhenIdle(GateState state, PassageInput input) => input switch
    {
        PassageInput.Arrived a => newcomers.Welcome(state, a.At, a.Direction, occupancy: null),
        PassageInput.CodeShown c => codes.Show(state, newcomers.Begin(state, c.At, Direction.Entry, occupancy: null), c),
        PassageInput.Operated o => volunteer.WhenIdle(state, o),
        _ => PassageStep.Stay(state),
    };

    PassageStep WhenChecking(GateState state, Subject who, PassageInput input) => input switch
    {
        PassageInput.CodeShown c => codes.Show(state, who, c),
        PassageInput.Sampled s => Sample(state, who, s),
        PassageInput.Ticked t => Wait(state, who, t.At),
        PassageInput.Operated o => volunteer.WhenChecking(state, who, o),
        PassageInput.Left => registration.Leave(state, who),
        PassageInput.Arrived when who.Occupancy is not null => PassageStep.Stay(state), // people get out and in again
        PassageInput.Arrived a when who.HasFacts => registration.OneAtATime(state, who, who with { Direction = a.Direction }, a.At),
        PassageInput.Arrived a => PassageStep.Stay(state.Checking(newcomers.Fresh(who with { Direction = a.Direction }, a.At))),
        _ => throw new UnreachableException(),
    };

    PassageStep WhenRechecking(GateState state, Passage.Rechecking waiting, PassageInput input) => input switch
    {
        PassageInput.Left => registration.Leave(state, waiting.Who),
        PassageInput.Arrived a when waiting.Who is { Occupancy: null, HasFacts: false } => PassageStep.Stay(
            state with { Passage = waiting with { Who = newcomers.Fresh(waiting.Who with { Direction = a.Direction }, a.At) } }),
        PassageInput.Arrived => WhenChecking(state, waiting.Who, input),
        PassageInput.CodeShown c when waiting.Who.Code is not null => codes.Show(state, waiting.Who, c),
        PassageInput.Operated o => volunteer.WhenChecking(state, waiting.Who, o),
        _ when input.At - waiting.Since >= Policy.Times.BeforeRecheck =>
            Resume(state, waiting.Who with { Since = input.At }, input),
        _ => PassageStep.Stay(state),
    };

    PassageStep Resume(GateState state, Subject who, PassageInput input) => WhenChecking(state.Checking(who), who, input);

    PassageStep WhenDecided(GateState state, Passage.Decided decided, PassageInput input) => input switch
    {
        PassageInput.CodeShown c when c.Fingerprint == decided.Who.Fingerprint => codes.ShowAgain(state, decided, c),
        PassageInput.CodeShown c => codes.Show(state, newcomers.BeginAfter(state, decided, c.At), c),
        PassageInput.Operated o => volunteer.WhenDecided(state, decided, o),
        PassageInput.Left => registration.Part(state, decided),
        PassageInput.Arrived a when !decided.Who.HasMore => newcomers.Welcome(state, a.At, a.Direction, occupancy: null),
        PassageInput.Ticked t when t.At - decided.Since >= (decided.Who.HasMore ? Policy.Times.ForOccupant : Policy.Times.ShowVerdict) =>
            registration.Part(state, decided),
        _ => PassageStep.Stay(state),
    };

    PassageStep Sample(GateState state, Subject who, PassageInput.Sampled sampled)
    {
        var notTheirs = who is { Code: null, Occupancy.Occupant: > 1 };
        if (who.Temperature is not null || notTheirs)
            return PassageStep.Stay(state);

        var measured = temperatures.Sample(state, who, sampled);
        return measured.Temperature is null ? PassageStep.Stay(state.Checking(measured)) : registration.Conclude(state, measured, sampled.At);
    }

    PassageStep Wait(GateState state, Subject who, TimeSpan at) => at - who.Since < who.Patience(Policy.Times)
        ? PassageStep.Stay(state)
        : registration.Conclude(state.Counting(who), who.GivenUp(), at);
}
