namespace Checkpoint.Hosting.Health;

/// <summary>How a part of the program is, from good to bad.</summary>
public enum HealthState
{
    /// <summary>Working.</summary>
    Ok,

    /// <summary>Working with something missing, such as a broker that is away.</summary>
    Degraded,

    /// <summary>Not doing its work; someone must come.</summary>
    Failing,
}
