namespace Checkpoint.Signals.Speaking;

/// <summary>Which prompts are said. One that is, cuts off whatever is being said: it is about the light that is on now. Pure.</summary>
public static class SpeechRule
{
    /// <summary>The same prompt again within this is not said again: a code that stays before the camera must not make the voice stutter.</summary>
    public static readonly TimeSpan RepeatedWithin = TimeSpan.FromSeconds(3);

    /// <summary>Whether a prompt is said.</summary>
    /// <param name="state">What is said and was said.</param>
    /// <param name="phrase">The prompt.</param>
    /// <param name="at">Now, on the clock of <see cref="SpeechState.LastAt"/>.</param>
    public static bool IsSaid(SpeechState state, Phrase phrase, TimeSpan at)
    {
        if (phrase == Phrase.None)
            return false;
        if (phrase == state.Last)
            return !state.IsPrompting && at - state.LastAt >= RepeatedWithin;
        return !(state.IsPrompting && GivesWay(phrase));
    }

    // Whoever walks on is not to hear half of "please pass": the next one sees that the gate is free.
    static bool GivesWay(Phrase phrase) => phrase == Phrase.NextPlease;
}
