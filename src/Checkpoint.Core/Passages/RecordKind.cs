namespace Checkpoint.Passages;

/// <summary>Who decided. Stored: never renumber or rename.</summary>
public enum RecordKind
{
    /// <summary>No kind; the zero value, never produced.</summary>
    None = 0,

    /// <summary>The gate, by its policy.</summary>
    Passage = 1,

    /// <summary>The volunteer, over the gate's verdict; the first record stays as it is.</summary>
    Override = 2,

    /// <summary>Nobody: the box's clock was set, or left the time that it should have. No passage.</summary>
    Clock = 3,

    /// <summary>Nobody: somebody signed on or off with their badge. No passage.</summary>
    Duty = 4,

    /// <summary>Nobody: what a clinical thermometer said of somebody in an earlier entry.</summary>
    Clinical = 5,
}
