using System.Text;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passages.Visits;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Journaling;

public sealed class VisitBookTests : IDisposable
{
    static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(8));
    static readonly CodeCheck Code = new(CodeOutcome.Valid, Some.Claims() with { Household = 305 });

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Visits_are_counted_across_a_restart()
    {
        using (var journal = Open())
        {
            Pass(journal, Direction.Exit, Morning);
            journal.Visits.Of(Code, Morning.AddMinutes(5), new())!.ShouldBe(new(0, IsInside: false, VisitFacts.Never, 5, new(1, 1)));
            Pass(journal, Direction.Entry, Morning.AddMinutes(30));
        }

        using var again = Open();

        again.Visits.Of(Code, Morning.AddMinutes(40), new())!.ShouldBe(new(1, IsInside: true, 10, 40, new(1, 0)));
    }

    [Theory]
    [InlineData(CodeOutcome.BadSignature, Verdict.Admit)]
    [InlineData(CodeOutcome.Expired, Verdict.Admit)]
    [InlineData(CodeOutcome.Valid, Verdict.Hold)]
    public void Nobody_is_counted_who_was_not_let_through_by_a_proven_pass(CodeOutcome outcome, Verdict verdict)
    {
        using var journal = Open();

        journal.Append(Record(Direction.Entry, Morning, Code with { Outcome = outcome }, verdict), Stamp);

        journal.Visits.Of(Code, Morning, new())!.EntriesToday.ShouldBe(0);
        journal.Visits.Of(new(outcome == CodeOutcome.Valid ? CodeOutcome.NoPhone : outcome), Morning, new()).ShouldBeNull();
    }

    [Fact]
    public void Neither_the_pass_nor_the_household_can_be_read_from_what_is_kept_of_a_visit()
    {
        using var journal = Open();
        Pass(journal, Direction.Exit, Morning);

        var kept = Convert.ToHexStringLower(Visits().ShouldHaveSingleItem()!);

        kept.ShouldNotContain("0123456789abcdef");
        kept.ShouldNotContain("0000000000000131");
    }

    [Fact]
    public void Two_files_keep_the_same_pass_under_different_names()
    {
        using var journal = Open();
        using var other = Journal.Open(folder["other.db"], Some.Device);
        Pass(journal, Direction.Exit, Morning);
        Pass(other, Direction.Exit, Morning);

        Visits("other.db")[0]![12..].ShouldNotBe(Visits()[0]![12..]);
    }

    [Fact]
    public void Nothing_of_a_visit_is_in_the_published_entry()
    {
        using var journal = Open();
        Pass(journal, Direction.Exit, Morning);

        var published = Encoding.UTF8.GetString(journal.Read(new(1, 1))[0].Canonical.Span);

        published.ShouldNotContain("visit");
        published.ShouldNotContain("305");
    }

    [Fact]
    public void Visits_older_than_a_week_are_cleared()
    {
        using var journal = Open();
        for (var i = 0; i < VisitBook.ClearEvery; i++)
            Pass(journal, Direction.Entry, Morning.AddHours(i));

        var left = Visits().Count(visit => visit is not null);

        left.ShouldBe((int)Policy.LongestWindow.TotalHours + 1);
        journal.Read(new(1, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_visit_is_read_as_it_was_written_and_bytes_of_another_kind_are_not()
    {
        VisitEvent[] visits =
        [
            new(1, null, Direction.Entry, Morning), new(ulong.MaxValue, 7, Direction.Exit, Morning.ToOffset(TimeSpan.FromHours(-5))),
            new(2, 3, Direction.Exit, At: null),
        ];

        visits.Select(visit => VisitBytes.Read(VisitBytes.Write(visit))).ShouldBe(visits);
        VisitBytes.Read([]).ShouldBeNull();
        VisitBytes.Read(new byte[20]).ShouldBeNull();
        VisitBytes.Read([1, 4, .. new byte[18]]).ShouldBeNull();
        VisitBytes.Read([1, 2, .. new byte[8], 0x7f, 0xff, .. new byte[8]]).ShouldBeNull();
    }

    [Fact]
    public void One_entry_of_somebody_with_a_pass_stays_within_six_kilobytes_on_disk()
    {
        using var journal = Open();
        for (var i = 0; i < 50; i++)
            Pass(journal, Direction.Exit, Morning);
        var before = new FileInfo(folder["journal.db-wal"]).Length;

        for (var i = 0; i < 50; i++)
            Pass(journal, Direction.Exit, Morning);

        ((new FileInfo(folder["journal.db-wal"]).Length - before) / 50).ShouldBeLessThan(6 * 1024);
    }

    Journal Open() => Journal.Open(folder["journal.db"], Some.Device);

    IReadOnlyList<byte[]?> Visits(string file = "journal.db")
    {
        using var reader = SqliteStore.OpenReader(folder[file]);
        return reader.Query("SELECT visit FROM journal ORDER BY seq", row => row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0));
    }

    static void Pass(Journal journal, Direction direction, DateTimeOffset at) =>
        journal.Append(Record(direction, at, Code, Verdict.Admit), Stamp);

    static PassageRecord Record(Direction direction, DateTimeOffset at, CodeCheck code, Verdict verdict) => Some.Record() with
    {
        Facts = new(direction, code, Some.Measured(), 1) { Now = at, Visit = VisitFacts.NotSeen with { Household = new(0, 0) } },
        Decision = new(verdict, verdict == Verdict.Admit ? Reason.AllInOrder : Reason.RuleNotMet),
    };

    static EntryStamp Stamp(int boot) => new(boot, TimeSpan.Zero, Some.Moment, ClockQuality.Synced);
}
