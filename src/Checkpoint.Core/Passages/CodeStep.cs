using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;

namespace Checkpoint.Passages;

/// <summary>The first step (查码): whose code it is, and what it came to. Pure.</summary>
/// <param name="policy">The rules.</param>
/// <param name="temperatures">The second step.</param>
/// <param name="registration">The third step.</param>
/// <param name="newcomers">Who comes next.</param>
sealed class CodeStep(Policy policy, TemperatureStep temperatures, RegistrationStep registration, Newcomers newcomers)
{
    /// <summary>A code is shown while somebody is checked.</summary>
    public PassageStep Show(GateState state, Subject who, PassageInput.CodeShown shown)
    {
        if (who.Fingerprint == shown.Fingerprint)
            return PassageStep.Stay(state);
        if (!who.AwaitsCode)
            return registration.OneAtATime(state, who, who, shown.At);
        if (state.Recent.Find(shown.Fingerprint, who.Direction, shown.At - policy.Times.ReadAgain) is { } before)
            return Tick(state, who, before);
        return Take(state, who with { Visit = shown.Visit }, shown.At, shown.Code, shown.Fingerprint);
    }

    /// <summary>A code is told of that others may have shown: whoever is there now shows theirs once more.</summary>
    public static PassageStep TooLate(GateState state) => state.Passage is Passage.Checking { Who.AwaitsCode: true }
        ? new(state, [new PassageEffect.Show(new Prompt.ShowOnceMore())])
        : PassageStep.Stay(state);

    /// <summary>The code that was decided on is shown again.</summary>
    public PassageStep ShowAgain(GateState state, Passage.Decided decided, PassageInput.CodeShown shown) =>
        state.Recent.Find(shown.Fingerprint, decided.Who.Direction, shown.At - policy.Times.ReadAgain) is { } before
            ? new(state, [new PassageEffect.Show(new Prompt.AlreadyRegistered(before))])
            : PassageStep.Stay(state);

    /// <summary>One part of several is shown. Whoever has shown it gets the whole time again for the next; it says nothing yet, so it decides nothing.</summary>
    public PassageStep ShowPart(GateState state, PassageInput.PartShown part) => state.Passage switch
    {
        Passage.Idle => new(state.Checking(newcomers.Begin(state, part.At, Direction.Entry, occupancy: null)), [Next(part)]),
        Passage.Checking { Who.AwaitsCode: true } checking => new(state.Checking(checking.Who with { Since = part.At }), [Next(part)]),
        _ => PassageStep.Stay(state),
    };

    /// <summary>The step has a result: a code, or that there is none.</summary>
    public PassageStep Take(GateState state, Subject who, TimeSpan at, CodeCheck code, CodeFingerprint? fingerprint)
    {
        // In a vehicle the face before the code may still be the last occupant's.
        var segment = who.Occupancy is null ? who.Segment : temperatures.Empty;
        var temperature = who.Temperature ?? (policy.PassesAtOnce(code) ? new TemperatureCheck.Skipped(TemperatureSkip.NotRequired) : null);
        var checkedOne = temperatures.Know(
            state, who with { Code = code, Fingerprint = fingerprint, Temperature = temperature, Segment = segment, Since = at });
        Prompt next = checkedOne.AwaitsColour ? new Prompt.WhichColour(code.Origin) : new Prompt.Measuring();
        return registration.Conclude(state.Counting(who), checkedOne, at, new PassageEffect.Show(next));
    }

    static PassageEffect.Show Next(PassageInput.PartShown part) => new(new Prompt.NextPart(part.Have, part.Of));

    static PassageStep Tick(GateState state, Subject who, TimeSpan registered)
    {
        // Somebody who was registered a moment ago needs nothing more; a vehicle's occupants still do.
        var next = who.Occupancy is null ? state with { Passage = new Passage.Idle() } : state;
        return new(next, [new PassageEffect.Show(new Prompt.AlreadyRegistered(registered))]);
    }
}
