namespace Checkpoint.Ledgers;

/// <summary>What the ledger does with a record.</summary>
public enum Acceptance
{
    /// <summary>It is new and is stored.</summary>
    New,

    /// <summary>Its number is there already, with the same hash: nothing changes.</summary>
    Duplicate,

    /// <summary>It would make one hole too many; the box sends it again once the older ones are filled.</summary>
    Refused,

    /// <summary>Its number is taken by a record with another hash: the first stays, this one is kept aside, a cloned box is the alarm.</summary>
    Conflict,
}
