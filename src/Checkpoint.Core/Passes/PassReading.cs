namespace Checkpoint.Passes;

/// <summary>What one format makes of a text.</summary>
abstract record PassReading
{
    PassReading()
    {
    }

    /// <summary>It begins like this format, and what follows cannot be read.</summary>
    /// <param name="Fault">What is wrong.</param>
    public sealed record Damaged(PassFault Fault) : PassReading;

    /// <summary>A signed pass, to be judged.</summary>
    /// <param name="Pass">Its parts.</param>
    public sealed record Signed(SignedPass Pass) : PassReading;

    /// <summary>A code that nobody signs; what there is to say is said.</summary>
    /// <param name="Check">The result.</param>
    public sealed record Plain(CodeCheck Check) : PassReading;
}
