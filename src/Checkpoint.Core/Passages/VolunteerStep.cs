using System.Diagnostics;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Passages;

/// <summary>What each button does, at a free gate, during a check and after a verdict. Pure.</summary>
/// <param name="codes">The first step.</param>
/// <param name="temperatures">The second step.</param>
/// <param name="registration">The third step.</param>
/// <param name="newcomers">Who comes next.</param>
sealed class VolunteerStep(CodeStep codes, TemperatureStep temperatures, RegistrationStep registration, Newcomers newcomers)
{
    static readonly Decision Admitted = new(Verdict.Admit, Reason.AdmittedByHand);
    static readonly Decision Held = new(Verdict.Hold, Reason.HeldByHand);
    static readonly PassageEffect Measuring = new PassageEffect.Show(new Prompt.Measuring());

    /// <summary>A button at a free gate.</summary>
    public PassageStep WhenIdle(GateState state, PassageInput.Operated pressed) => pressed.Action switch
    {
        OperatorAction.NoPhone => NoPhone(state, newcomers.Begin(state, pressed.At, Direction.Entry, occupancy: null), pressed.At),
        OperatorAction.Goes way => newcomers.Welcome(state, pressed.At, way.Direction, occupancy: null),
        OperatorAction.Vehicle vehicle => newcomers.Welcome(state, pressed.At, Direction.Entry, new(1, vehicle.Occupants)),
        OperatorAction.OneMoreOccupant => Count(state, newcomers.Begin(state, pressed.At, Direction.Entry, new(1, 1))),
        _ => PassageStep.Stay(state),
    };

    /// <summary>A button while somebody is checked, or is to be measured again.</summary>
    public PassageStep WhenChecking(GateState state, Subject who, PassageInput.Operated pressed) => pressed.Action switch
    {
        OperatorAction.NoPhone when who.AwaitsCode => NoPhone(state, who, pressed.At),
        OperatorAction.ColourSeen seen when who.TakesColour => TakeColour(state, who, pressed.At, seen.Colour),
        OperatorAction.Vehicle vehicle when who.Occupancy is null =>
            PassageStep.Stay(state.Checking(who with { Occupancy = new(1, vehicle.Occupants), Since = pressed.At })),
        OperatorAction.OneMoreOccupant => Count(state, who with { Occupancy = OneMore(who.Occupancy), Since = pressed.At }),
        OperatorAction.Goes way => Turn(state, who, way.Direction, pressed.At),
        OperatorAction.MeasureAgain when state.Passage is Passage.Checking && who is { IsMeasured: true, Temperature: not TemperatureCheck.Measured } =>
            Measure(state, who.Temperature is null ? who : who.Again(isReading: false), pressed.At),
        OperatorAction.AdmitByHand => registration.Override(state, who, Admitted, pressed.At),
        OperatorAction.HoldByHand => registration.Override(state, who, Held, pressed.At),
        OperatorAction.Clear => registration.Leave(state, who),
        OperatorAction.NoPhone or OperatorAction.ColourSeen or OperatorAction.Vehicle or OperatorAction.MeasureAgain => PassageStep.Stay(state),
        _ => throw new UnreachableException(),
    };

    /// <summary>A button after a verdict.</summary>
    public PassageStep WhenDecided(GateState state, Passage.Decided decided, PassageInput.Operated pressed)
    {
        var (who, verdict) = (decided.Who, decided.Decision.Verdict);
        return pressed.Action switch
        {
            OperatorAction.NoPhone => NoPhone(state, newcomers.BeginAfter(state, decided, pressed.At), pressed.At),
            OperatorAction.Vehicle vehicle when !who.HasMore => newcomers.Welcome(state, pressed.At, who.Direction, new(1, vehicle.Occupants)),
            OperatorAction.OneMoreOccupant when who.Occupancy is null => Count(state, newcomers.Begin(state, pressed.At, who.Direction, new(1, 1))),
            OperatorAction.OneMoreOccupant =>
                PassageStep.Stay(state with { Passage = decided with { Who = who with { Occupancy = OneMore(who.Occupancy) } } }),
            OperatorAction.Goes way when !who.HasMore => newcomers.Welcome(state, pressed.At, way.Direction, occupancy: null),
            OperatorAction.MeasureAgain when verdict != Verdict.Admit && decided.Decision.Main != Reason.HeldByHand && who.IsMeasured =>
                Measure(state, who.Again(IsWarm(decided.Decision)), pressed.At),
            OperatorAction.AdmitByHand when verdict != Verdict.Admit => registration.Override(state, who, Admitted, pressed.At),
            OperatorAction.HoldByHand when verdict != Verdict.Hold => registration.Override(state, who, Held, pressed.At),
            OperatorAction.Clear => registration.Part(state, decided),
            _ => PassageStep.Stay(state),
        };
    }

    PassageStep NoPhone(GateState state, Subject who, TimeSpan at) =>
        codes.Take(state, who, at, new(CodeOutcome.NoPhone), fingerprint: null);

    PassageStep TakeColour(GateState state, Subject who, TimeSpan at, HealthColour colour) =>
        registration.Conclude(state, who with { Code = who.Code! with { Colour = colour }, Since = at }, at, Measuring);

    // A temperature that no record holds yet is not taken again: nobody is measured until it fits, unseen.
    PassageStep Measure(GateState state, Subject who, TimeSpan at) =>
        new(state.Checking(who with { Segment = temperatures.Empty, Face = null, Since = at }), [Measuring]);

    static bool IsWarm(Decision decision) => decision.Reasons.Any(reason => reason is Reason.TemperatureHigh or Reason.TemperatureStillHigh);

    PassageStep Turn(GateState state, Subject who, Direction direction, TimeSpan at) => direction == who.Direction
        ? PassageStep.Stay(state)
        : registration.Conclude(state, newcomers.Towards(who, direction), at, new PassageEffect.Show(new Prompt.OtherWay(direction)));

    static PassageStep Count(GateState state, Subject who) =>
        new(state.Checking(who), [new PassageEffect.Show(new Prompt.InVehicle(who.Occupancy!.Value.Of))]);

    static Occupancy OneMore(Occupancy? seats) => seats is { } vehicle
        ? vehicle with { Of = Math.Min(vehicle.Of + 1, OperatorAction.Vehicle.MaxOccupants) }
        : new(1, 1);
}
