namespace Checkpoint.Edge.Web;

/// <summary>How the box is doing, for a program or a technician.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Epoch">The journal's epoch, or null while there is no journal.</param>
/// <param name="Boot">How often the program has started on that journal.</param>
/// <param name="Written">Highest entry on disk.</param>
/// <param name="Released">Highest entry that the hub has confirmed.</param>
/// <param name="NotRecorded">Decisions that could not be written since the program started.</param>
/// <param name="Presences">People the presence sensor has seen since the program started.</param>
/// <param name="OnDuty">People who have signed on.</param>
/// <param name="Broker">Whether the broker is connected.</param>
/// <param name="Contested">Whether another box seems to use this one's identity.</param>
/// <param name="ReceiptAt">The hub's clock when it committed what <paramref name="Released"/> says, or null.</param>
/// <param name="CrowdDone">Whether a simulated crowd has gone through.</param>
/// <param name="Clock">How the gate's time is kept.</param>
/// <param name="Lists">The signed lists in force.</param>
/// <param name="Signal">What the volunteer sees now.</param>
/// <param name="Decision">The last decision and why; null before the first.</param>
sealed record StatusReply(
    string Device,
    string Program,
    string? Epoch,
    int Boot,
    long Written,
    long Released,
    long NotRecorded,
    long Presences,
    int OnDuty,
    bool Broker,
    bool Contested,
    DateTimeOffset? ReceiptAt,
    bool CrowdDone,
    ClockReply Clock,
    IReadOnlyList<ListReply> Lists,
    SignalReply Signal,
    DecisionReply? Decision);
