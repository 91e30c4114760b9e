namespace Checkpoint.Hosting.Health;

/// <summary>What one check found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Line">One line for people, without personal data.</param>
public readonly record struct HealthStatus(HealthState State, string Line)
{
    /// <summary>Working.</summary>
    public static HealthStatus Ok(string line) => new(HealthState.Ok, line);

    /// <summary>Working with something missing.</summary>
    public static HealthStatus Degraded(string line) => new(HealthState.Degraded, line);

    /// <summary>Not doing its work.</summary>
    public static HealthStatus Failing(string line) => new(HealthState.Failing, line);
}
