using System.Globalization;
using System.Text;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Policies;

public sealed class PolicyCommandTests : IDisposable
{
    const string TwoEntries = """{"version":2,"rules":[{"id":"two-entries","logic":{"<":[{"var":"visit.entriesToday"},2]},"otherwise":{"verdict":"turn-back","reason":"quota-used"},"applies":{"classes":["resident","visitor"]}}]}""";
    const string Shut = """{"version":3,"rules":[{"id":"shut","logic":false,"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}""";

    static readonly DateOnly Today = new(2026, 11, 21);
    static readonly DateTimeOffset Noon = new(2026, 11, 21, 4, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();
    readonly StringWriter output = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public void The_default_policy_may_be_applied()
    {
        PolicyFiles.Check(Put("policy.json", DefaultPolicy.Json), output, Today).ShouldBe(0);

        output.ToString().ShouldContain("may be applied");
    }

    [Fact]
    public void A_policy_that_would_lock_residents_out_may_not()
    {
        PolicyFiles.Check(Put("policy.json", Shut), output, Today).ShouldBe(1);

        output.ToString().ShouldContain("\"shut\": 持居民证的人");
        output.ToString().ShouldContain("may not be applied: 3 problems");
    }

    [Fact]
    public void A_wrong_or_missing_file_is_told_in_words()
    {
        PolicyFiles.Check(Put("policy.json", "{}"), output, Today).ShouldBe(1);
        PolicyFiles.Check(folder["none.json"], output, Today).ShouldBe(74);

        output.ToString().ShouldContain("$.version: is missing");
    }

    [Fact]
    public void A_day_is_decided_again_and_ends_with_its_totals()
    {
        var day = Put("day.jsonl", string.Join('\n', Day().Append("no entry").Append(Day().First())));

        PolicyTest.Run(day, Put("policy.json", TwoEntries), against: null, output, Today).ShouldBe(0);

        var lines = output.ToString().TrimEnd().Split('\n');
        lines.Count(line => line.Contains("rule \"two-entries\"", StringComparison.Ordinal)).ShouldBe(3);
        lines[0].ShouldStartWith("gate-07/00112233aabbccdd/3 passage 3 resident: admit -> turn-back (all-in-order -> quota-used) rule \"two-entries\": 红");
        lines[0].ShouldEndWith("entries today at most 1 would be green");
        lines.ShouldContain(line => line == "admit -> turn-back       resident        2");
        lines.ShouldContain(line => line == "admit -> turn-back       visitor         1");
        lines.ShouldContain(line => line == "6 passages decided again under policy 2 against what was said at the gates; 3 otherwise");
        lines.ShouldContain(line => line == "0 passages not decided again (no policy decided them, or their certificates are not recorded); 1 lines are no passage's entry");
        lines[^1].ShouldBe("this policy would have stopped 3, 2 of them residents, and let through 0 more");
    }

    [Fact]
    public void A_policy_may_be_held_against_another_and_tried_although_it_may_not_be_applied()
    {
        var day = Put("day.jsonl", string.Join('\n', Day()));

        PolicyTest.Run(day, Put("policy.json", Shut), Put("against.json", TwoEntries), output, Today).ShouldBe(1);

        output.ToString().ShouldContain("against policy 2");
        output.ToString().TrimEnd().ShouldEndWith("this policy would have stopped 3, 2 of them residents, and let through 0 more");
    }

    [Fact]
    public void A_day_comes_out_of_the_ledger_by_each_box_s_own_calendar()
    {
        var path = folder["ledger.db"];
        using (var ledger = SqliteLedger.Open(path))
            ledger.Commit(new(Noon, [.. Records()], [], []));
        using var queries = new SqliteLedgerQueries(path);

        LedgerDay.Print(queries, Today, output);

        output.ToString().TrimEnd().Split('\n').ShouldBe(Day());
    }

    static IEnumerable<string> Day() => Records().Where(record => record.Key.Seq <= 6).Select(record => Encoding.UTF8.GetString(record.Canonical.Span));

    // Six passages of the 21st in China; the seventh is after midnight there, and still the 21st in UTC.
    static IEnumerable<WireRecord> Records()
    {
        var link = EntryHash.Start;
        (PassClass Class, int Entries, double Hours)[] passages =
            [(PassClass.Resident, 0, 0), (PassClass.Resident, 1, 0), (PassClass.Resident, 2, 0), (PassClass.Resident, 3, 0), (PassClass.Visitor, 2, 0), (PassClass.Worker, 9, 0), (PassClass.Worker, 0, 12)];
        var seq = 0L;
        foreach (var (@class, entries, hours) in passages)
        {
            var at = Noon.AddHours(hours);
            var facts = new Facts(Direction.Entry, new(CodeOutcome.Valid, Some.Claims() with { Class = @class }) { Profile = PassProfile.Gp1 }, Some.Measured(), 1)
            {
                Now = at.ToOffset(TimeSpan.FromHours(8)),
                Visit = VisitFacts.NotSeen with { EntriesToday = entries },
            };
            var entry = Some.Entry(++seq, Some.Record(seq) with { Facts = facts });
            var canonical = EntryJson.Write(entry with { Stamp = entry.Stamp with { Wall = at } });
            link = link.Next(canonical);
            yield return new(new(Some.Device, Some.Epoch, seq), canonical, link);
        }
    }

    string Put(string name, string text)
    {
        File.WriteAllText(folder[name], text);
        return folder[name];
    }
}
