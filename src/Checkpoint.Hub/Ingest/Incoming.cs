using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>What a message turned out to be.</summary>
abstract record Incoming
{
    Incoming() { }

    /// <summary>Records of a box in the fleet.</summary>
    internal sealed record Records(RecordBatch Batch) : Incoming;

    /// <summary>A box says what it is; it wants to know how far the hub has its journal.</summary>
    internal sealed record Born(DeviceId Device, Birth Birth) : Incoming;

    /// <summary>A box came or went.</summary>
    internal sealed record Seen(DeviceId Device, ConnectionState State) : Incoming;

    /// <summary>A box tells how it is doing.</summary>
    /// <param name="Device">The box.</param>
    /// <param name="Level">What is ordinary at its thermometer, if it says.</param>
    internal sealed record Heard(DeviceId Device, BoxLevel? Level) : Incoming;

    /// <summary>A box says that somebody should look now.</summary>
    /// <param name="Device">The box.</param>
    /// <param name="Kind">Kind of alarm, as the contract spells it.</param>
    internal sealed record Alarmed(DeviceId Device, AlarmKind Kind) : Incoming;

    /// <summary>A retained state was cleared: nothing to read.</summary>
    internal sealed record Cleared : Incoming;

    /// <summary>No message of the contract; kept as it came.</summary>
    internal sealed record PutAside(AsideMessage Message) : Incoming;
}
