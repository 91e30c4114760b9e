using System.Text;
using System.Text.Json;
using Checkpoint.Golden;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sealing;
using Checkpoint.Sensing;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Journaling;

public sealed class EntryJsonTests
{
    // Sealed once to a key that is gone: the spelling is what is approved.
    const string Token =
        "eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImVwayI6eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6InljNkItMjRfSmxjT1VKV0dvOWhQRzE5a0dWRURFRFprbjhCTGx2ZFJRWDQiLCJ5IjoiX2NJNUYxbFVtWV9xaWRKd18zclRjeU9tU2huQW15MnNiOGx1STZFTmRMSSJ9LCJraWQiOiIwMTIzNDU2Nzg5YWJjZGVmIn0..DXtdOViusvSR089j.a6HpDesTtf13tz9lPuqEwz2-AObWAjH_rNtQ.fpeZdk46lxFQbjnXvSd_ag";

    /// <summary>Entries of every shape, each with its approved file.</summary>
    public static TheoryData<string, JournalEntry> Entries => new()
    {
        { "entry-admit.json", Some.Entry() },
        { "entry-recheck.json", Some.Entry(2, Some.Record(2) with
            {
                Facts = new(Direction.Entry, new(CodeOutcome.Valid, Some.Claims()), Some.Measured(37_30), 1),
                Decision = new(Verdict.Recheck, Reason.TemperatureHigh),
            }) },
        { "entry-refer.json", Some.Entry(3, Some.Record(2) with
            {
                Facts = new(Direction.Entry, new(CodeOutcome.Expired, Some.Claims()), Some.Measured(38_05), 2),
                Decision = new(Verdict.Hold, [Reason.TemperatureStillHigh, Reason.PassExpired]),
            }) },
        { "entry-no-phone-override.json", Some.Entry(4, Some.Record(3) with
            {
                Kind = RecordKind.Override,
                Facts = new(Direction.Entry, new(CodeOutcome.NoPhone), Some.Skipped(TemperatureSkip.SensorFault), 1),
                Decision = new(Verdict.Admit, Reason.AdmittedByHand),
                PolicyVersion = 12,
            }) },
        { "entry-vehicle-exit.json", Some.Entry(5, Some.Record(4) with
            {
                Facts = new(Direction.Exit, new(CodeOutcome.Valid, Some.Claims(ulong.MaxValue)), Some.Skipped(TemperatureSkip.NotRequired), 1),
                Occupancy = new(2, 80),
            }) },
        { "entry-rule.json", Some.Entry(6, Some.Record(5) with
            {
                Facts = new(Direction.Exit, new(CodeOutcome.Valid, Some.Claims()) { Profile = PassProfile.Gp1 },
                    Some.Skipped(TemperatureSkip.NotRequired), 1)
                {
                    Now = Some.Moment.ToOffset(TimeSpan.FromHours(8)),
                    Visit = new(2, IsInside: true, 63, VisitFacts.Never, new(Outings: 1, Away: 1)),
                },
                Decision = new(Verdict.TurnBack, Reason.QuotaUsed) { Rule = Rule("household-quota") },
            }) },
        { "entry-clock-unknown.json", Some.Entry(7, Some.Record(6) with
            {
                Facts = Some.Record().Facts with { Visit = new(null, IsInside: false, null, null) },
                Decision = new(Verdict.Hold, Reason.RuleNotJudged) { Rule = Rule("visitor-hours") },
            }) },
        { "entry-health-code.json", Some.Entry(8, Some.Record(7) with
            {
                Facts = new(Direction.Entry, new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Colour = HealthColour.Green }, Some.Measured(), 1),
                Decision = new(Verdict.Admit, Reason.HealthCodeGreen),
            }) },
        { "entry-sealed.json", Some.Entry(9, Some.Record(8) with
            {
                Facts = new(Direction.Entry, new(CodeOutcome.IdentityOnly) { Profile = PassProfile.NationalId }, Some.Measured(), 1),
                Decision = new(Verdict.Hold, Reason.IdentityUnproven),
            }) with { Seal = new FieldSeal.Closed(Token) } },
        { "entry-face.json", Some.Entry(11, Some.Record(9) with
            {
                Facts = Some.Record().Facts with { Temperature = Some.WarmFace() },
                Decision = new(Verdict.Recheck, Reason.TemperatureHigh),
            }) },
        { "entry-sealed-skip.json", Some.Entry(10) with { Seal = new FieldSeal.Skipped(SealSkip.NoKey) } },
        { "entry-limits.json", new(
            new(DeviceId.Parse(new string('z', 32)), Epoch.Parse("ffffffffffffffff"), 1L << 53),
            new(int.MaxValue, TimeSpan.MaxValue, DateTimeOffset.MaxValue, ClockQuality.Unknown),
            Some.Record(1L << 53) with { PolicyVersion = int.MaxValue }) },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_written_as_approved(string file, JournalEntry entry) => EntryJson.Write(entry).ShouldBeApproved(file);

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_written_in_canonical_form(string file, JournalEntry entry)
    {
        file.ShouldNotBeEmpty();
        var written = EntryJson.Write(entry);

        using var json = JsonDocument.Parse(written);

        Encoding.UTF8.GetString(CanonicalJson.Write(json.RootElement)).ShouldBe(Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Every_entry_that_can_be_made_is_canonical_and_small()
    {
        var dice = new Dice(11);
        for (var run = 0; run < 3_000; run++)
        {
            var written = EntryJson.Write(Any(dice));
            using var json = JsonDocument.Parse(written);

            CanonicalJson.Write(json.RootElement).ShouldBe(written);
            written.Length.ShouldBeLessThan(1024);
        }
    }

    [Fact]
    public void The_largest_sealed_entry_is_within_a_records_size()
    {
        var entry = Entries.Select(row => row.Data.Item2).MaxBy(entry => EntryJson.Write(entry).Length)! with
        {
            Seal = new FieldSeal.Closed(new string('a', CompactJwe.MaxLength)),
        };

        (1024 + CompactJwe.MaxLength).ShouldBeLessThan(WireRecord.MaxBytes);
        EntryJson.Write(entry).Length.ShouldBeLessThan(WireRecord.MaxBytes);
    }

    [Fact]
    public void The_wall_clock_is_written_in_utc_whatever_its_offset()
    {
        var entry = Some.Entry();
        var elsewhere = entry with { Stamp = entry.Stamp with { Wall = Some.Moment.ToOffset(TimeSpan.FromHours(8)) } };

        EntryJson.Write(elsewhere).ShouldBe(EntryJson.Write(entry));
    }

    [Fact]
    public void Neither_the_household_nor_what_a_certificate_says_is_in_an_entry()
    {
        var code = new CodeCheck(CodeOutcome.Valid, Some.Claims() with { Household = 987_654_321 })
        {
            Profile = PassProfile.Hc1,
            Document = new(Encoding.UTF8.GetBytes("""{"nam":{"fn":"Musterfrau"}}""")),
        };
        var facts = Some.Record().Facts with { Code = code, Visit = VisitFacts.NotSeen with { Household = new(1, 1) } };
        var text = Encoding.UTF8.GetString(EntryJson.Write(Some.Entry(1, Some.Record() with { Facts = facts })));

        text.ShouldContain("0123456789abcdef");
        text.ShouldNotContain("987654321");
        text.ShouldNotContain("Musterfrau");
    }

    static PolicyRule Rule(string id) => DefaultPolicy.Policy.Rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    static int? Maybe(Dice dice) => dice.Falls(30) ? null : dice.Roll(VisitFacts.Never);

    static JournalEntry Any(Dice dice)
    {
        var claims = dice.Falls(50) ? Some.Claims((ulong)dice.Roll(int.MaxValue)) : null;
        var temperature = dice.Falls(50)
            ? Some.Measured(dice.Roll(45_000) - 7_000)
            : Some.Skipped((TemperatureSkip)(1 + dice.Roll(5)));
        var facts = new Facts((Direction)dice.Roll(2), new((CodeOutcome)(1 + dice.Roll(14)), claims), temperature, 1 + dice.Roll(5));
        facts = facts with
        {
            Now = dice.Falls(50) ? Some.Moment.ToOffset(TimeSpan.FromMinutes(dice.Roll(28 * 60) - 14 * 60)) : null,
            Visit = dice.Falls(50) ? new(Maybe(dice), dice.Falls(50), Maybe(dice), Maybe(dice), dice.Falls(50) ? new(Maybe(dice), Maybe(dice)) : null) : null,
        };
        var decision = new Decision(
            (Verdict)(1 + dice.Roll(4)), [.. Enumerable.Range(0, 1 + dice.Roll(2)).Select(_ => (Reason)(1 + dice.Roll(18)))]);
        Occupancy? seat = dice.Falls(30) ? new(1 + dice.Roll(80), 80) : null;
        var stamp = new EntryStamp(
            dice.Roll(1000), TimeSpan.FromMilliseconds(dice.Roll(int.MaxValue)), Some.Moment.AddSeconds(dice.Roll(int.MaxValue)),
            (ClockQuality)dice.Roll(4));
        return new(
            new(Some.Device, Some.Epoch, dice.Roll(int.MaxValue)),
            stamp,
            new(dice.Roll(int.MaxValue), (RecordKind)(1 + dice.Roll(2)), facts, seat, decision, dice.Roll(100))
            {
                Operators = dice.Falls(30) ? [.. Enumerable.Range(1, Duty.MaxPresent).Select(badge => new PassId(ulong.MaxValue - (ulong)badge))] : [],
            });
    }
}
