using System.Diagnostics;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Testing.Binding;

/// <summary>The product's machine under the default policy, by itself or with one mistake wrapped around it.</summary>
static class BindingMachines
{
    /// <summary>Makes one.</summary>
    /// <param name="faces">The box's rules.</param>
    /// <param name="bug">The mistake.</param>
    public static Func<GateState, PassageInput, PassageStep> Of(FaceRules faces, BindingBug bug)
    {
        var machine = new PassageMachine(new Policy(), faces);
        return bug switch
        {
            BindingBug.None => machine.Advance,
            BindingBug.EdgesIgnored => (state, input) =>
                state.Passage is Passage.Checking && input is PassageInput.Arrived or PassageInput.Left
                    ? PassageStep.Stay(state)
                    : machine.Advance(state, input),
            BindingBug.FaceKept => (state, input) => KeepFace(state, input, machine.Advance(state, input)),
            BindingBug.SightTimeLost => (state, input) =>
                machine.Advance(state, input is PassageInput.CodeShown shown ? shown with { SeenAt = shown.At } : input),
            _ => throw new UnreachableException(),
        };
    }

    static PassageStep KeepFace(GateState before, PassageInput input, PassageStep step) =>
        (input, before.Passage, step.Next.Passage) is (PassageInput.Arrived, Passage.Checking first, Passage.Rechecking next)
            ? step with { Next = step.Next with { Passage = next with { Who = next.Who with { Segment = first.Who.Segment, Temperature = first.Who.Temperature, Face = first.Who.Face } } } }
            : step;
}
