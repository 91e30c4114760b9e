namespace Checkpoint.Hub.Ledgers;

/// <summary>Giving earlier entries of one start of a box the time that they really were, the same in every database.</summary>
/// <remarks>Both databases take <c>@</c> before a parameter's name.</remarks>
static class RetimingSql
{
    /// <summary>Keeps an anchor, for entries that come later.</summary>
    public const string Keep =
        """
        INSERT INTO anchor (device, epoch, boot, mono, clock, time) VALUES (@device, @epoch, @boot, @mono, @clock, @time)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Re-times what <see cref="Checkpoint.Ledgers.RetimingRule"/> gives to a new anchor. Synced entries (3) are never re-timed.</summary>
    public const string Retime =
        """
        UPDATE ledger SET retimed = @time - (@mono - mono), retimed_mono = @mono, retimed_clock = @clock, hour = (@time - (@mono - mono)) / 3600000
        WHERE device = @device AND epoch = @epoch AND boot = @boot AND mono <= @mono AND clock < 3 AND clock < @clock
            AND (retimed IS NULL OR retimed_clock < @clock OR (retimed_clock = @clock AND retimed_mono > @mono))
        """;

    /// <summary>How the decided passages of one start count now.</summary>
    /// <param name="isFinal">The database's word for a final record.</param>
    public static string Counts(string isFinal) =>
        $"""
        SELECT hour, coalesce(direction, 'unknown'), coalesce(verdict, 'unknown'), count(*)
        FROM (
            SELECT hour, direction, verdict, row_number() OVER (PARTITION BY passage ORDER BY seq DESC) AS place
            FROM ledger WHERE {isFinal} AND device = @device AND epoch = @epoch AND boot = @boot AND passage IS NOT NULL) AS decided
        WHERE place = 1 GROUP BY 1, 2, 3
        """;

    /// <summary>What the counters have to change by.</summary>
    public static IEnumerable<(HourlyKey Key, int Change)> Changes(IReadOnlyList<(HourlyKey Key, int Count)> before, IReadOnlyList<(HourlyKey Key, int Count)> after) =>
        before.Select(count => (count.Key, Change: -count.Count)).Concat(after.Select(count => (count.Key, Change: count.Count)))
            .GroupBy(count => count.Key, (key, changes) => (Key: key, Change: changes.Sum(count => count.Change)))
            .Where(count => count.Change != 0);
}
