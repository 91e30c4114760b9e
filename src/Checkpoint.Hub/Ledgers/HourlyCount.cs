namespace Checkpoint.Hub.Ledgers;

/// <summary>How many passages of one box ended one way in one hour.</summary>
/// <param name="Device">The box.</param>
/// <param name="Hour">Hours since 1970 UTC.</param>
/// <param name="Direction">Direction, or <see cref="DecidedPassage.Unknown"/>.</param>
/// <param name="Verdict">Verdict, or <see cref="DecidedPassage.Unknown"/>.</param>
/// <param name="Passages">How many, at least 1.</param>
sealed record HourlyCount(string Device, long Hour, string Direction, string Verdict, long Passages);
