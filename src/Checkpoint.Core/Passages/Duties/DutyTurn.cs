using Checkpoint.Passes;

namespace Checkpoint.Passages.Duties;

/// <summary>Somebody signed on or off (签到、签退).</summary>
/// <param name="Badge">The random number of their badge; it names nobody.</param>
/// <param name="IsOn">Whether they are on duty from now on.</param>
/// <param name="Duty">Who is on duty from now on.</param>
public sealed record DutyTurn(PassId Badge, bool IsOn, Duty Duty);
