using System.Collections.Concurrent;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Testing.Binding;

/// <summary>Runs two people past the product's own machine, and looks for one's code beside the other's face.</summary>
public static class BindingRun
{
    static readonly AmbientTemperature Air = AmbientTemperature.FromHundredths(24_00);
    static readonly AmbientTemperature Frost = AmbientTemperature.FromHundredths(-5_00);
    static readonly ConcurrentDictionary<Sight, FaceMarks> Marks = new();

    /// <summary>Runs one case.</summary>
    /// <param name="of">Which.</param>
    /// <param name="tally">What is counted.</param>
    /// <param name="isTraced">Whether to keep what happens.</param>
    public static BindingOutcome Of(BindingCase of, BindingTally tally, bool isTraced = false)
    {
        var faces = new FaceRules { Sight = of.Sight };
        var trace = isTraced ? new List<string>() : null;
        var dice = new Dice(of.Seed);
        var gate = new BindingGate(
            BindingMachines.Of(faces, of.Bug), Marks.GetOrAdd(of.Sight, _ => new(faces, Air)), tally, trace);
        gate.Surround(new(Air, dice.Falls(5) ? Frost : Air, Readiness.Ready));
        var world = new BindingWorld(of.Class, gate, dice);
        world.Run();
        tally.Changes += world.Changes;
        tally.Finish(of.Seed, gate.Wrong is not null);
        return new(gate.Wrong, trace ?? []);
    }
}
