using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Policies.Replaying;

public sealed class PolicyReplayTests
{
    [Fact]
    public void An_entry_gives_back_the_facts_that_it_was_decided_on()
    {
        foreach (var facts in People())
        {
            var decision = DefaultPolicy.Policy.Decide(facts);

            var read = Recorded(Record(facts, decision));

            read.Verdict.ShouldBe(decision.Verdict);
            read.Reasons.ShouldBe(decision.Reasons);
            read.Rule.ShouldBe(decision.Rule?.Id);
            DefaultPolicy.Policy.Decide(read.Facts).ShouldBe(decision);
            (read.Facts.Now, read.Facts.Visit).ShouldBe((facts.Now, facts.Visit));
        }
    }

    [Fact]
    public void The_same_policy_decides_the_same()
    {
        var replay = new PolicyReplay(DefaultPolicy.Policy with { Rules = [.. DefaultPolicy.Policy.Rules.Where(rule => !rule.Facts.Contains(Fact.Payload))] });

        foreach (var facts in People())
            replay.Decide([Recorded(Record(facts, DefaultPolicy.Policy.Decide(facts)))])!.IsOtherwise.ShouldBeFalse();
    }

    [Fact]
    public void Who_would_be_stopped_is_told_with_the_rule_and_what_would_have_been_green()
    {
        var facts = Deciding.Somebody() with { Visit = new(3, IsInside: false, 50, 40) };
        var replay = new PolicyReplay(Deciding.OneRule("""{"<":[{"var":"visit.entriesToday"},3]}""", "quota-used", "turn-back"));

        var replayed = replay.Decide([Recorded(Record(facts, new(Verdict.Admit, Reason.AllInOrder)))])!;

        (replayed.IsOtherwise, replayed.IsStopped, replayed.IsLetThrough).ShouldBe((true, true, false));
        replayed.After.Rule!.Id.ShouldBe("one");
        replayed.Why!.Words.English.ShouldEndWith("entries today at most 2 would be green");
    }

    [Fact]
    public void Each_attempt_is_decided_again_until_one_ends_the_passage()
    {
        var warm = Deciding.Somebody() with { Temperature = Some.Measured(37_40) };
        var cool = warm with { Temperature = Some.Measured(36_80), Attempt = 2 };
        RecordedEntry[] passage =
        [
            Recorded(Record(warm, new(Verdict.Recheck, Reason.TemperatureHigh)), seq: 1),
            Recorded(Record(cool, new(Verdict.Admit, Reason.AllInOrder)), seq: 2),
        ];

        var laxer = new PolicyReplay(new() { RecheckFrom = Some.Surface(37_50) }).Decide(passage)!;
        var stricter = new PolicyReplay(new() { RecheckFrom = Some.Surface(36_80) }).Decide(passage)!;

        (laxer.Entry.Seq, laxer.After.Verdict, laxer.IsOtherwise).ShouldBe((1, Verdict.Admit, false));
        (stricter.Entry.Seq, stricter.After.Main, stricter.IsStopped).ShouldBe((2, Reason.TemperatureStillHigh, true));
    }

    [Fact]
    public void A_face_that_its_own_gate_found_warm_is_found_warm_again()
    {
        var warm = Deciding.Somebody() with { Temperature = Some.WarmFace() };

        var recorded = Recorded(Record(warm, new(Verdict.Recheck, Reason.TemperatureHigh)));

        recorded.Facts.Temperature.ShouldBe(warm.Temperature);
        new PolicyReplay(new()).Decide([recorded])!.After.Main.ShouldBe(Reason.TemperatureHigh);
    }

    [Fact]
    public void What_the_volunteer_decided_is_not_decided_again()
    {
        var nobody = new Facts(Direction.Entry, new(CodeOutcome.NoPhone), Some.Measured(), 1);
        var replay = new PolicyReplay(new());
        RecordedEntry[] passage =
        [
            Recorded(Record(nobody, new(Verdict.Hold, Reason.NoPhone)), seq: 1),
            Recorded(Record(nobody, new(Verdict.Admit, Reason.AdmittedByHand), RecordKind.Override), seq: 2),
        ];

        replay.Decide(passage)!.IsOtherwise.ShouldBeFalse();
        replay.Decide([passage[1]]).ShouldBeNull();
        replay.Decide([Recorded(Record(nobody, new(Verdict.Hold, Reason.LeftEarly)))]).ShouldBeNull();
    }

    [Fact]
    public void A_policy_is_held_against_another_one()
    {
        var facts = Deciding.Somebody() with { Temperature = Some.Measured(37_40) };
        var replay = new PolicyReplay(new() { RecheckFrom = Some.Surface(37_50) }, against: new());

        var replayed = replay.Decide([Recorded(Record(facts, new(Verdict.Admit, Reason.AllInOrder)))])!;

        (replayed.Before.Verdict, replayed.After.Verdict).ShouldBe((Verdict.Recheck, Verdict.Admit));
        replayed.IsLetThrough.ShouldBeTrue();
    }

    [Fact]
    public void What_hangs_on_a_certificate_is_not_decided_again()
    {
        var facts = Deciding.Somebody(PassClass.None) with { Code = new(CodeOutcome.Valid, Some.Claims()) { Profile = PassProfile.Hc1 } };

        new PolicyReplay(DefaultPolicy.Policy).Decide([Recorded(Record(facts, new(Verdict.Admit, Reason.AllInOrder)))]).ShouldBeNull();
        new PolicyReplay(new()).Decide([Recorded(Record(facts, new(Verdict.Admit, Reason.AllInOrder)))]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"device":"\ud800"}""")]
    [InlineData("""{"device":1,"epoch":"x"}""")]
    public void What_is_no_entry_is_not_taken_for_one(string line) => RecordedEntryJson.TryRead(Encoding.UTF8.GetBytes(line)).ShouldBeNull();

    [Theory]
    [InlineData("kind")]
    [InlineData("verdict")]
    [InlineData("reasons")]
    [InlineData("direction")]
    [InlineData("code")]
    [InlineData("temperature")]
    [InlineData("boot")]
    [InlineData("passage")]
    [InlineData("seq")]
    public void An_entry_that_lacks_something_is_not_decided_again(string member)
    {
        var facts = Deciding.Somebody() with { Temperature = Some.Skipped(TemperatureSkip.NotSteady) };
        var entry = Encoding.UTF8.GetString(EntryJson.Write(Some.Entry(1, Record(facts, new(Verdict.Hold, Reason.NoPhone)))));

        RecordedEntryJson.TryRead(Encoding.UTF8.GetBytes(entry.Replace($"\"{member}\"", "\"x\"", StringComparison.Ordinal))).ShouldBeNull();
    }

    [Fact]
    public void An_entry_of_the_first_version_tells_its_attempt_by_its_reasons()
    {
        const string Entry = """{"boot":3,"clock":"synced","code":"expired","device":"gate-07","direction":"entry","epoch":"00112233aabbccdd","final":true,"kind":"passage","mono":1,"passage":2,"policy":1,"reasons":["temperature-still-high","pass-expired"],"seq":3,"surface":3805,"temperature":"measured","time":"2022-04-01T00:02:03.456Z","v":1,"verdict":"hold"}""";

        RecordedEntryJson.TryRead(Encoding.UTF8.GetBytes(Entry))!.Facts.Attempt.ShouldBe(2);
    }

    [Fact]
    public void A_health_code_is_decided_again_by_the_colour_that_was_seen()
    {
        var stricter = new PolicyReplay(Deciding.OneRule("""{"!":[{"===":[{"var":"code"},"health-code"]}]}"""));

        foreach (var colour in Enum.GetValues<HealthColour>())
        {
            var facts = HealthCode(colour);
            var record = Recorded(Record(facts, DefaultPolicy.Policy.Decide(facts)));

            record.Facts.ShouldBe(facts);
            new PolicyReplay(new()).Decide([record])!.IsOtherwise.ShouldBeFalse();
            stricter.Decide([record])!.IsStopped.ShouldBe(colour == HealthColour.Green);
        }
    }

    [Fact]
    public void A_health_code_of_before_colours_were_asked_for_is_decided_as_it_was()
    {
        const string Entry = """{"boot":3,"clock":"synced","code":"health-code","device":"gate-07","direction":"entry","epoch":"00112233aabbccdd","final":true,"kind":"passage","mono":1,"passage":2,"policy":1,"profile":"health-code","reasons":["confirm-health-code"],"seq":3,"surface":3650,"temperature":"measured","time":"2022-04-01T00:02:03.456Z","v":1,"verdict":"hold"}""";

        var replayed = new PolicyReplay(DefaultPolicy.Policy with { Rules = [] }).Decide([RecordedEntryJson.TryRead(Encoding.UTF8.GetBytes(Entry))!])!;

        (replayed.IsOtherwise, replayed.After.Main).ShouldBe((false, Reason.ConfirmHealthCode));
    }

    static Facts HealthCode(HealthColour colour) => new(
        Direction.Entry, new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Colour = colour }, Some.Measured(), 1);

    static IEnumerable<Facts> People() =>
        from direction in new[] { Direction.Entry, Direction.Exit }
        from @class in new[] { PassClass.Resident, PassClass.Visitor, PassClass.Emergency }
        from outcome in new[] { CodeOutcome.Valid, CodeOutcome.Expired, CodeOutcome.NoPhone }
        from temperature in new[] { Some.Measured(), Some.Measured(38_00), Some.Skipped(TemperatureSkip.NotSteady) }
        from visit in new[] { null, VisitFacts.NotSeen, new(2, IsInside: true, 3, 4, new(1, 1)), new(null, null, null, null, new(null, null)) }
        from now in new DateTimeOffset?[] { null, Some.Moment.ToOffset(TimeSpan.FromHours(8)), Some.Moment.ToOffset(TimeSpan.FromHours(-3.5)) }
        let claims = outcome == CodeOutcome.NoPhone ? null : Some.Claims() with { Class = @class }
        select new Facts(direction, new(outcome, claims) { Profile = PassProfile.Gp1, IsWatched = visit is null && now is null }, temperature, 2) { Now = now, Visit = visit };

    static PassageRecord Record(Facts facts, Decision decision, RecordKind kind = RecordKind.Passage) =>
        new(1, kind, facts, Occupancy: null, decision, PolicyVersion: 1);

    static RecordedEntry Recorded(PassageRecord record, long seq = 1) =>
        RecordedEntryJson.TryRead(EntryJson.Write(Some.Entry(seq, record))).ShouldNotBeNull();
}
