namespace Checkpoint.Testing.Simulation;

/// <summary>Mistakes that others have made, put in to prove that the simulation finds them.</summary>
public enum SeededBug
{
    /// <summary>None.</summary>
    None,

    /// <summary>The box releases what the broker has answered.</summary>
    ReleaseOnPuback,

    /// <summary>The hub says how far it has come before it has committed.</summary>
    WatermarkBeforeCommit,

    /// <summary>The hub's watermark is the highest number it holds, whatever is missing below.</summary>
    NonContiguousWatermark,

    /// <summary>The box releases what is as old as the last confirmed entry by the wall clock.</summary>
    WallClockOrder,

    /// <summary>The hub drops messages whose message id it has seen.</summary>
    DedupByMessageId,
}
