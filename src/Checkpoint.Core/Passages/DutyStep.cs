using Checkpoint.Passes;

namespace Checkpoint.Passages;

/// <summary>Sign-on and sign-off by badge: beside the three steps, and never in the middle of somebody's. Pure.</summary>
static class DutyStep
{
    /// <summary>Whether a code is a good badge. One whose time this box cannot judge is good: somebody must be able to begin.</summary>
    public static bool IsBadge(CodeCheck code) =>
        code is { Outcome: CodeOutcome.Valid or CodeOutcome.ClockNotTrusted, Claims.Class: PassClass.Operator };

    /// <summary>
    /// A badge is shown. A badge on somebody's chest while another is checked is not held up to the gate; where no code is there yet, whoever stands
    /// before the thermometer is taken for the one with the badge.
    /// </summary>
    public static PassageStep Take(GateState state, PassageInput.CodeShown badge)
    {
        if (state.Passage is Passage.Rechecking or Passage.Checking { Who: { Code: not null } or { Occupancy: not null } })
            return PassageStep.Stay(state);
        if (state.Duty.Take(badge.Code.Claims!.Id, badge.At) is not { } turn)
            return PassageStep.Stay(state);
        var free = state.Passage is Passage.Checking ? state with { Passage = new Passage.Idle() } : state;
        return new(free with { Duty = turn.Duty }, [new PassageEffect.Sign(turn)]);
    }
}
