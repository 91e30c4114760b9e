namespace Checkpoint.Lab.PowerCut;

/// <summary>What of the un-synced sectors is on the disk when the power goes. All are possible on a card or disk that reorders writes.</summary>
enum CutManner
{
    /// <summary>Nothing since the last sync.</summary>
    NoneLanded,

    /// <summary>Everything.</summary>
    AllLanded,

    /// <summary>Everything up to some sector, as if written in order: the last write is torn.</summary>
    Torn,

    /// <summary>Everything from some sector on: the later ones came first.</summary>
    Reversed,

    /// <summary>Any sectors, each in any version, with any length in between.</summary>
    Some,

    /// <summary>All but one sector.</summary>
    OneMissing,

    /// <summary>One sector alone.</summary>
    OneLanded,

    /// <summary>Some sectors, and where the file grew, what the disk held there before.</summary>
    Garbage,
}
