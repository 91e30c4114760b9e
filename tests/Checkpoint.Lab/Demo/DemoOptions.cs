namespace Checkpoint.Lab.Demo;

/// <summary>What somebody asked to see.</summary>
/// <param name="Passages">Passages in all, over all gates; 0 is without end.</param>
/// <param name="Gates">Simulated gates.</param>
/// <param name="Exit">Whether to end once they are through.</param>
/// <param name="Broker">A broker that is there already, or null to start one.</param>
/// <param name="HubDb">Connection string of the hub's ledger, or null for a file of its own.</param>
/// <param name="Keep">Whether to keep journals, ledger and logs after the end.</param>
sealed record DemoOptions(int Passages, int Gates, bool Exit, string? Broker, string? HubDb, bool Keep)
{
    /// <summary>Gates at most: each is a process of its own.</summary>
    public const int MaxGates = 50;

    /// <summary>Passages at most.</summary>
    public const int MaxPassages = 1_000_000;

    /// <summary>Passages of one gate: an even share, the remainder to the first ones.</summary>
    public int ShareOf(int gate) => (Passages / Gates) + (gate < Passages % Gates ? 1 : 0);
}
