namespace Checkpoint.Testing.Chaos;

/// <summary>What can go wrong around a site.</summary>
public enum ChaosFault
{
    /// <summary>A box is killed and starts again.</summary>
    EdgeKilled,

    /// <summary>The hub is killed and starts again.</summary>
    HubKilled,

    /// <summary>A broker is killed and starts again with what it had saved.</summary>
    BrokerKilled,

    /// <summary>A broker is killed and starts again empty.</summary>
    BrokerForgets,

    /// <summary>A box hangs for a while.</summary>
    EdgePaused,

    /// <summary>The hub hangs for a while.</summary>
    HubPaused,

    /// <summary>A broker hangs for a while.</summary>
    BrokerPaused,

    /// <summary>Everything on a line comes late.</summary>
    LineSlow,

    /// <summary>A line carries nothing, and nobody hangs up.</summary>
    LineStalled,

    /// <summary>A line carries nothing to the broker.</summary>
    LineStalledUp,

    /// <summary>A line carries nothing from the broker.</summary>
    LineStalledDown,

    /// <summary>A line carries byte by byte.</summary>
    LineSplit,

    /// <summary>A line is reset.</summary>
    LineReset,

    /// <summary>The broker has hung up, and nobody tells.</summary>
    LineHalfOpen,

    /// <summary>Whoever calls is hung up on.</summary>
    LineRefused,

    /// <summary>The cable of a host is cut.</summary>
    CableCut,

    /// <summary>The cable of a host carries 16 kbit/s.</summary>
    CableThrottled,

    /// <summary>A box's disk is full.</summary>
    JournalDiskFull,

    /// <summary>A box starts on a disk that nobody may write.</summary>
    JournalReadOnly,

    /// <summary>The hub's disk is full.</summary>
    LedgerDiskFull,

    /// <summary>A box's wall clock steps.</summary>
    ClockStepped,
}
