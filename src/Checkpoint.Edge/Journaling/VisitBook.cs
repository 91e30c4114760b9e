using System.Security.Cryptography;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Passages;
using Checkpoint.Passages.Visits;
using Checkpoint.Passes;
using Checkpoint.Policies;

namespace Checkpoint.Edge.Journaling;

/// <summary>The visits in one journal's file: counted in memory, made again from the rows when the file is opened, and cleared when they are old.</summary>
/// <remarks>Used by the journal's writer alone, except for <see cref="Of"/>.</remarks>
sealed class VisitBook
{
    /// <summary>Rows that are read when the file is opened, at most: the newest.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Old rows are looked for whenever so many entries were written.</summary>
    public const int ClearEvery = 256;

    /// <summary>Rows cleared at once, at most: more than come in between, and few enough not to be felt.</summary>
    public const int ClearAtOnce = 1024;

    readonly SqliteStore writer;
    readonly VisitKey key;
    volatile VisitCounts counts = VisitCounts.None;

    /// <summary>Opens the book, making a key if the file has none.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public VisitBook(SqliteStore writer)
    {
        this.writer = writer;
        writer.Execute(
            "UPDATE state SET visit_key = @key WHERE visit_key IS NULL", ("@key", RandomNumberGenerator.GetBytes(VisitKey.Length)));
        key = new(writer.Query("SELECT visit_key FROM state", row => row.GetFieldValue<byte[]>(0))[0]);
        var visits = writer.Query(
            "SELECT visit FROM journal WHERE visit IS NOT NULL AND seq > (SELECT max(visits_cleared, coalesce((SELECT max(seq) FROM journal), 0) - @most) FROM state) ORDER BY seq",
            row => VisitBytes.Read(row.GetFieldValue<byte[]>(0)),
            ("@most", MaxRows));
        foreach (var visit in visits.OfType<VisitEvent>())
            counts = counts.After(visit);
    }

    /// <summary>What was counted of the pass; null if it is none, or not proven.</summary>
    public VisitFacts? Of(CodeCheck code, DateTimeOffset? now, Policy policy) =>
        code is { Outcome: CodeOutcome.Valid or CodeOutcome.ClockNotTrusted, Claims: { } claims }
            ? counts.FactsOf(key.PassOf(claims), key.HouseholdOf(claims), now, policy)
            : null;

    /// <summary>The visit that a record is, to be written with it; null if it is none.</summary>
    public VisitEvent? VisitOf(PassageRecord record) => key.Of(record);

    /// <summary>Counts a visit that is on disk, and now and then clears old ones.</summary>
    /// <exception cref="IOException">Old ones could not be cleared; the next try will.</exception>
    public void Note(long seq, VisitEvent? visit, DateTimeOffset? now)
    {
        if (visit is not null)
            counts = counts.After(visit);
        if (seq % ClearEvery == 0 && now is { } local)
            Clear(local - Policy.LongestWindow);
    }

    void Clear(DateTimeOffset before)
    {
        counts = counts.Forget(before);
        var rows = writer.Query(
            "SELECT seq, visit FROM journal WHERE seq > (SELECT visits_cleared FROM state) ORDER BY seq LIMIT @most",
            row => (Seq: row.GetInt64(0), Visit: row.IsDBNull(1) ? null : VisitBytes.Read(row.GetFieldValue<byte[]>(1))),
            ("@most", ClearAtOnce));
        var old = rows.TakeWhile(row => row.Visit?.At is not { } at || at < before).ToList();
        if (old.FindLastIndex(row => row.Visit?.At is not null) is var last and >= 0)
            ClearTo(old[last].Seq);
        else if (old.Count == ClearAtOnce)
            ClearTo(old[^1].Seq); // nothing but entries without a pass, or at unknown times, for more than a thousand rows
    }

    void ClearTo(long seq) => writer.InTransaction(() =>
    {
        writer.Execute(
            "UPDATE journal SET visit = NULL WHERE visit IS NOT NULL AND seq <= @seq AND seq > (SELECT visits_cleared FROM state)", ("@seq", seq));
        writer.Execute("UPDATE state SET visits_cleared = @seq", ("@seq", seq));
    });
}
