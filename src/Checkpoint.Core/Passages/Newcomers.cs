using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Passages;

/// <summary>Who comes next, with nothing known of them. Pure.</summary>
/// <param name="policy">Says who is measured.</param>
/// <param name="temperatures">Says how samples are taken.</param>
sealed class Newcomers(Policy policy, TemperatureStep temperatures)
{
    /// <summary>Somebody came.</summary>
    public PassageStep Welcome(GateState state, TimeSpan at, Direction direction, Occupancy? occupancy)
    {
        var who = Begin(state, at, direction, occupancy);
        return new(state.Checking(who), [new PassageEffect.Show(new Prompt.Welcome())]);
    }

    /// <summary>The next passage.</summary>
    public Subject Begin(GateState state, TimeSpan at, Direction direction, Occupancy? occupancy) =>
        Fresh(new(state.Passages + 1, direction, occupancy, temperatures.Empty), at);

    /// <summary>The next passage after a verdict: the vehicle's next occupant, or somebody else on the same way.</summary>
    public Subject BeginAfter(GateState state, Passage.Decided decided, TimeSpan at) => decided.Who.HasMore
        ? NextOccupant(state, decided.Who, at)
        : Begin(state, at, decided.Who.Direction, occupancy: null);

    /// <summary>The next occupant of the same vehicle.</summary>
    public Subject NextOccupant(GateState state, Subject who, TimeSpan at) =>
        Begin(state, at, who.Direction, who.Occupancy?.Next);

    /// <summary>The same place at the gate with nothing known.</summary>
    public Subject Fresh(Subject who, TimeSpan at) => who.Forget(at, TemperatureBefore(who.Direction));

    /// <summary>The same person, who goes the other way than was thought.</summary>
    public Subject Towards(Subject who, Direction direction) => who.Temperature is null or TemperatureCheck.Skipped { Why: TemperatureSkip.NotRequired }
        ? who with { Direction = direction, Temperature = TemperatureBefore(direction) }
        : who with { Direction = direction };

    TemperatureCheck.Skipped? TemperatureBefore(Direction direction) =>
        direction == Direction.Entry || policy.MeasureOnExit ? null : new TemperatureCheck.Skipped(TemperatureSkip.NotRequired);
}
