using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passages;

/// <summary>What holds whatever happens at the gate, in whatever order.</summary>
public sealed class AnySequenceTests
{
    const int Runs = 4000;

    // The story of a day is a list of numbers, so that a failing one can be cut down to the few that matter.
    static readonly Arbitrary<int[]> Stories = Arb.From(
        Gen.Choose(0, Story.Inputs - 1).ArrayOf(),
        story => Enumerable.Range(0, story.Length).Select(left => story.Where((_, i) => i != left).ToArray()));

    static readonly Policy[] Policies =
    [
        new(),
        new() { MeasureOnExit = true, MaxAttempts = 3 },
        new() { Sampling = new() { Samples = 3, MaxFaults = 2 }, Times = new() { ReadAgain = TimeSpan.FromMinutes(10) } },
    ];

    [Fact]
    public void Passage_numbers_never_skip_or_fall() => Holds(story =>
    {
        var last = 0L;
        foreach (var number in story.Records.Select(record => record.Number))
        {
            number.ShouldBeInRange(Math.Max(1, last), last + 1);
            last = number;
        }
    });

    [Fact]
    public void No_step_is_skipped_without_a_recorded_reason() => Holds(story =>
    {
        foreach (var record in story.Records)
        {
            record.Facts.Code.Outcome.ShouldNotBe(CodeOutcome.None);
            (record.Facts.Temperature is not TemperatureCheck.Skipped { Why: TemperatureSkip.None }).ShouldBeTrue();
            record.Decision.Verdict.ShouldNotBe(Verdict.None);
            record.Decision.Reasons.ShouldNotBeEmpty();
            record.Decision.Reasons.ShouldNotContain(Reason.None);
        }
    });

    [Fact]
    public void A_passage_is_decided_by_the_gate_once_and_once_more_for_each_time_that_the_volunteer_asks() => Holds(story =>
    {
        foreach (var passage in story.Records.Where(record => record is { Kind: RecordKind.Passage, IsFinal: true }).GroupBy(record => record.Number))
            passage.Count().ShouldBeLessThanOrEqualTo(1 + story.Repeats.GetValueOrDefault(passage.Key));
    });

    [Fact]
    public void After_the_volunteer_has_decided_only_the_volunteer_decides_otherwise() => Holds(story =>
    {
        foreach (var passage in story.Records.GroupBy(record => record.Number))
        {
            var byHand = passage.SkipWhile(record => record.Kind != RecordKind.Override).ToList();
            byHand.ShouldAllBe(record => record.Kind == RecordKind.Override);
            byHand.Zip(byHand.Skip(1)).ShouldAllBe(pair => pair.First.Decision != pair.Second.Decision);
        }
    });

    [Fact]
    public void Nobody_is_admitted_by_the_gate_without_a_valid_code_and_a_cool_face() => Holds(story =>
    {
        foreach (var facts in story.Records
            .Where(record => record is { Kind: RecordKind.Passage, Decision.Verdict: Verdict.Admit })
            .Select(record => record.Facts))
        {
            (facts.Code is { Outcome: CodeOutcome.Valid, Colour: HealthColour.None }
                or { Outcome: CodeOutcome.HealthCode, Colour: HealthColour.Green }).ShouldBeTrue();
            (facts.Temperature is TemperatureCheck.Measured { Surface.Hundredths: < 37_30 }
                or TemperatureCheck.Skipped { Why: TemperatureSkip.NotRequired }).ShouldBeTrue();
        }
    });

    [Fact]
    public void No_health_code_is_decided_on_before_its_colour_is_told_or_given_up() => Holds(story =>
    {
        foreach (var record in story.Records.Where(record => MachineReasons.IsByPolicy(record.Kind, record.Decision.Reasons)))
        {
            (record.Facts.Code is { Outcome: CodeOutcome.HealthCode, Colour: HealthColour.None }).ShouldBeFalse();
            (record.Facts.Code is { Outcome: not CodeOutcome.HealthCode, Colour: not HealthColour.None }).ShouldBeFalse();
        }
    });

    [Fact]
    public void Nobody_is_referred_on_one_infrared_reading() => Holds(story =>
    {
        foreach (var referred in story.Records.Where(record => record.Decision.Reasons.Contains(Reason.TemperatureStillHigh)))
        {
            story.Records.Count(record => record.Number == referred.Number
                && record.Kind == RecordKind.Passage
                && record.Decision.Reasons.Contains(Reason.TemperatureHigh)).ShouldBeGreaterThanOrEqualTo(1);
        }
    });

    [Fact]
    public void Every_arrival_is_counted_once() => Holds(story => story.Gate.State.Presences.ShouldBe(story.Arrivals));

    [Fact]
    public void Every_passage_that_was_counted_has_a_record_once_the_gate_is_free() => Holds(story =>
    {
        story.Gate.After(1).Leave();
        story.Records.Select(record => record.Number).DefaultIfEmpty(0).Max().ShouldBe(story.Gate.State.Passages);
    });

    [Fact]
    public void No_code_is_ever_bound_to_a_face_from_another_presence() => Holds(story => story.Crossings.ShouldBe(0));

    [Fact]
    public void No_occupant_is_ever_bound_to_a_face_seen_before_their_code() => Holds(story => story.SeatCrossings.ShouldBe(0));

    static void Holds(Action<Story> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs / Policies.Length).WithEndSize(120),
        Prop.ForAll(Stories, inputs =>
        {
            foreach (var policy in Policies)
                property(Story.Of(policy, inputs));
        }));
}
