namespace Checkpoint.Testing.Simulation;

/// <summary>An invariant does not hold.</summary>
public sealed class InvariantException : Exception
{
    /// <summary>Makes one without details.</summary>
    public InvariantException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public InvariantException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public InvariantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
