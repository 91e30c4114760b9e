namespace Checkpoint.Policies;

/// <summary>What the gate says. Stored: never renumber or rename.</summary>
public enum Verdict
{
    /// <summary>No verdict; the zero value, never produced.</summary>
    None = 0,

    /// <summary>May pass (放行).</summary>
    Admit = 1,

    /// <summary>Once more (复测): not decided yet.</summary>
    Recheck = 2,

    /// <summary>Waits here for a person to decide (留置).</summary>
    Hold = 3,

    /// <summary>May not pass now (劝返).</summary>
    TurnBack = 4,
}
