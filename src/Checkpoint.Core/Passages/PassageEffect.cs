using Checkpoint.Passages.Duties;

namespace Checkpoint.Passages;

/// <summary>What the shell must carry out, in order.</summary>
public abstract record PassageEffect
{
    PassageEffect() { }

    /// <summary>Write the record to the journal, and only then show its signal.</summary>
    /// <param name="Record">What was decided.</param>
    public sealed record Register(PassageRecord Record) : PassageEffect;

    /// <summary>Write who signed on or off to the journal, and only then say so.</summary>
    /// <param name="Turn">Who, and which.</param>
    public sealed record Sign(DutyTurn Turn) : PassageEffect;

    /// <summary>Show a prompt.</summary>
    /// <param name="Prompt">Which.</param>
    public sealed record Show(Prompt Prompt) : PassageEffect;
}
