namespace Checkpoint.Wire;

/// <summary>Kinds of alarm. Published: never renumber or rename.</summary>
public enum AlarmKind
{
    /// <summary>No kind; the zero value, never produced.</summary>
    None = 0,

    /// <summary>An entry could not be written: the gate answers HOLD until it can.</summary>
    NotRecorded = 1,

    /// <summary>A journal that could not be read was moved aside, and a new epoch began.</summary>
    JournalMovedAside = 2,

    /// <summary>The thermometer reports faults.</summary>
    ThermometerFault = 3,

    /// <summary>Another program uses this box's identity at the broker.</summary>
    IdentityTakenOver = 4,

    /// <summary>A person was referred to a clinical thermometer.</summary>
    Referred = 5,

    /// <summary>A signed list that came was not taken.</summary>
    ListRefused = 6,

    /// <summary>A kept list is damaged, and the one before stands in.</summary>
    ListDamaged = 7,

    /// <summary>Codes are not read: the process that reads them is lost again and again.</summary>
    CodeReaderFault = 8,

    /// <summary>The ledger holds other entries under this journal's name: the disk was cloned, or brought back from an old copy.</summary>
    JournalDisowned = 9,

    /// <summary>The disk was full, and the journal's reserve was given up so that entries can still be written: somebody must make room.</summary>
    ReserveSpent = 10,

    /// <summary>The box's clock was turned by more than a minute though nobody answers for that: look who or what set it.</summary>
    ClockTurned = 11,

    /// <summary>An entry took more than a second to be on disk: the card may be dying.</summary>
    StoreSlow = 12,

    /// <summary>Personal fields could not be sealed, which is a fault of the program: the entry was written without them.</summary>
    NotSealed = 13,

    /// <summary>Entries were lost with a damaged journal; the detail says how many at least.</summary>
    EntriesLost = 14,

    /// <summary>The program on the box needs more memory than it ever should.</summary>
    MemoryHigh = 15,

    /// <summary>The broker, or whoever holds the line to it, sent what no broker sends. It was not listened to, and is called again.</summary>
    BrokerHostile = 16,

    /// <summary>The thermometer's calibration is overdue, or there never was one.</summary>
    CalibrationOverdue = 17,

    /// <summary>The calibration on the box is of another thermometer than the one that is connected, and does not count.</summary>
    CalibrationForeign = 18,

    /// <summary>The sensor of the air has failed for a minute: faces cannot be judged, and people go to the clinical thermometer.</summary>
    AirFault = 19,
}
