namespace Checkpoint.Lab.Bench.Faults;

/// <summary>What a gate works under while it is timed.</summary>
enum Condition
{
    /// <summary>Nothing is wrong.</summary>
    Calm,

    /// <summary>The cable is cut: no call is answered.</summary>
    NetworkDown,

    /// <summary>The disk is 99 % full.</summary>
    DiskFull,

    /// <summary>A backlog drains to the hub.</summary>
    Backlog,

    /// <summary>The broker, or the line to it, does what it can to disturb.</summary>
    BrokerHostile,
}
