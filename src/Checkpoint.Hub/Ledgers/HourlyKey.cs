using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What decided passages are counted by.</summary>
/// <param name="Device">The box.</param>
/// <param name="Hour">Hours since 1970 UTC.</param>
/// <param name="Direction">Direction, or <see cref="DecidedPassage.Unknown"/>.</param>
/// <param name="Verdict">Verdict, or <see cref="DecidedPassage.Unknown"/>.</param>
readonly record struct HourlyKey(DeviceId Device, long Hour, string Direction, string Verdict);
