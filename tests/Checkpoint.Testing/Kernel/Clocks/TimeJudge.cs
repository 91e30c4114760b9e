using System.Globalization;
using Checkpoint.Testing.Chaos;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>
/// Holds the times of a box's entries in the ledger against when they were seen to come (docs/adr/0013-the-gates-own-time.md): in a start of the
/// box that a time server ever answered, every entry has its true time, its own or the hub's; in any other, none claims to know it.
/// </summary>
/// <param name="rows">The ledger's rows of one box, in order.</param>
/// <param name="sightings">When each was seen to come.</param>
/// <param name="turns">What must be journaled of its clock.</param>
public sealed class TimeJudge(IReadOnlyList<JournalRow> rows, IReadOnlyDictionary<long, Sighting> sightings, IReadOnlyList<ExpectedTurn> turns)
{
    /// <summary>How far a time may be off: the time service's own answer, and a busy emulation.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    // A busy emulation may look at its clock only after a while.
    static readonly TimeSpan Seen = TimeSpan.FromSeconds(20);

    /// <summary>Judges.</summary>
    public IReadOnlyList<ChaosFinding> Judge() =>
    [
        Unseen(),
        .. rows.GroupBy(Boot).OrderBy(boot => boot.Key).SelectMany(boot => JudgeStart(boot.Key, [.. boot])),
        Turns(),
    ];

    static int Boot(JournalRow row) => row.Entry.GetProperty("boot").GetInt32();

    static string Clock(JournalRow row) => row.Entry.GetProperty("clock").GetString()!;

    static TimeSpan Mono(JournalRow row) => TimeSpan.FromMilliseconds(row.Entry.GetProperty("mono").GetInt64());

    static bool IsSynced(JournalRow row) => Clock(row) is "synced";

    ChaosFinding Unseen()
    {
        var unseen = rows.Count(row => !sightings.ContainsKey(row.Key.Seq));
        return new(unseen == 0 && rows.Count > 0, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} entries in the ledger, {unseen} were not seen to come"));
    }

    IEnumerable<ChaosFinding> JudgeStart(int boot, IReadOnlyList<JournalRow> start)
    {
        var seen = start.Where(row => sightings.ContainsKey(row.Key.Seq)).ToList();
        var isKnown = start.Any(IsSynced);
        var wrong = seen.Where(row => (isKnown || IsSynced(row) || Clock(row) is "rtc") && Off(row) > Tolerance).ToList();
        var worst = isKnown ? seen.Select(Off).DefaultIfEmpty().Max() : TimeSpan.Zero;
        var retimed = start.Count(row => row.Retimed is not null);
        yield return new(wrong.Count == 0, isKnown
            ? FormattableString.Invariant($"start {boot}: {start.Count} entries, {retimed} re-timed, {wrong.Count} with a wrong time, the worst {worst.TotalSeconds:0.0} s outside{Which(wrong)}")
            : FormattableString.Invariant($"start {boot}: {start.Count} entries, no time server ever answered, {wrong.Count} claim a time that is wrong{Which(wrong)}"));

        var drift = Drift(seen);
        yield return new(drift <= Tolerance, string.Create(CultureInfo.InvariantCulture, $"start {boot}: its own time went on evenly, {drift.TotalSeconds:0.0} s off"));
    }

    TimeSpan Off(JournalRow row) => sightings[row.Key.Seq].Off(row.Retimed ?? row.Time);

    // One moment of the true time must do as the start of the program for all its entries.
    TimeSpan Drift(List<JournalRow> seen)
    {
        if (seen.Count == 0)
            return TimeSpan.Zero;
        var earliest = seen.Max(row => sightings[row.Key.Seq].From - Mono(row));
        var latest = seen.Min(row => sightings[row.Key.Seq].To - Mono(row));
        var passages = seen.Where(row => row.Kind is not "clock").Select(Mono).ToList(); // a turn of the clock is written up to a second later
        var isInOrder = passages.Zip(passages.Skip(1)).All(pair => pair.Second >= pair.First);
        return !isInOrder ? TimeSpan.MaxValue : earliest > latest ? earliest - latest : TimeSpan.Zero;
    }

    ChaosFinding Turns()
    {
        var missing = turns.Where(turn => !rows.Any(row => IsTurn(row, turn))).ToList();
        var which = string.Concat(missing.Select(turn => string.Create(CultureInfo.InvariantCulture, $"; start {turn.Boot} lacks {turn.Turn} {turn.Said:u}")));
        return new(missing.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{turns.Count} turns of the clock, {missing.Count} not journaled as such{which}"));
    }

    static bool IsTurn(JournalRow row, ExpectedTurn turn) => row.Kind is "clock" && Boot(row) == turn.Boot
        && turn.Turn.Split('|').Contains(row.Entry.GetProperty("turn").GetString(), StringComparer.Ordinal)
        && (row.Entry.GetProperty("said").GetDateTimeOffset() - turn.Said).Duration() <= Seen;

    static string Which(List<JournalRow> wrong) => wrong.Count == 0 ? "" : $"; first entry {wrong[0].Key.Seq} of {wrong[0].Kind}, {Clock(wrong[0])} {wrong[0].Time:u}";
}
