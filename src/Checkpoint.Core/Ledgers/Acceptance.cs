namespace Checkpoint.Ledgers;

/// <summary>What the ledger does with a record.</summary>
public enum Acceptance
{
    /// <summary>It is new and is stored.</summary>
    New,

    /// <summary>Its number is there already; the first stays, and another hash under the same number is an alarm.</summary>
    Duplicate,

    /// <summary>It would make one hole too many; the box sends it again once the older ones are filled.</summary>
    Refused,
}
