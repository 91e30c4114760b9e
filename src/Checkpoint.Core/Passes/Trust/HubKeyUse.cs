namespace Checkpoint.Passes.Trust;

/// <summary>What a key of the hub is for. Published: never renumber or rename.</summary>
public enum HubKeyUse
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Boxes seal personal fields to it; the hub opens them.</summary>
    Seal = 1,

    /// <summary>The hub signs receipts with it; boxes check them.</summary>
    Sign = 2,
}
