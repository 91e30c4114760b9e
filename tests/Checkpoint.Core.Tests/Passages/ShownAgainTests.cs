using Checkpoint.Passes;
using Checkpoint.Scanning;

namespace Checkpoint.Passages;

public sealed class ShownAgainTests
{
    [Fact]
    public void The_same_code_within_the_window_makes_a_tick_and_no_entry()
    {
        var gate = new Gate().Arrive().Show(1).After(1).Face().Leave().After(10).Show(1);

        gate.Records.Count.ShouldBe(1);
        gate.Prompts[^1].ShouldBe(new Prompt.AlreadyRegistered(TimeSpan.FromSeconds(1)));
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void The_same_code_after_the_window_is_a_new_passage()
    {
        var gate = new Gate().Arrive().Show(1).Face().Leave().After(10.001).Show(1).Face();

        gate.Records.Select(record => record.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public void The_same_code_the_other_way_is_a_new_passage()
    {
        var gate = new Gate().Arrive(Direction.Entry).Show(1).Face().Leave().After(2).Arrive(Direction.Exit).Show(1);

        gate.Records.Select(record => record.Facts.Direction).ShouldBe([Direction.Entry, Direction.Exit]);
    }

    [Fact]
    public void The_same_code_while_its_own_light_is_on_makes_a_tick_and_the_light_stays()
    {
        var gate = new Gate().Arrive().Show(1).Face().After(3).Show(1);

        gate.Prompts[^1].ShouldBe(new Prompt.AlreadyRegistered(TimeSpan.Zero));
        gate.State.Passage.ShouldBeOfType<Passage.Decided>();
        gate.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void A_code_that_was_not_let_through_is_never_already_registered()
    {
        var gate = new Gate().Arrive().Show(1, CodeOutcome.Expired).Face().After(3).Show(1, CodeOutcome.Expired);
        gate.Records.Count.ShouldBe(1);
        gate.Prompts.ShouldNotContain(prompt => prompt is Prompt.AlreadyRegistered);

        gate.Leave().Arrive().Show(1, CodeOutcome.Expired).Face();

        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void A_code_let_through_by_hand_is_already_registered()
    {
        var gate = new Gate().Arrive().Show(1, CodeOutcome.UnknownIssuer).Face().AdmitByHand().Leave().After(5).Show(1);

        gate.Prompts[^1].ShouldBeOfType<Prompt.AlreadyRegistered>();
        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void An_entry_that_could_not_be_written_registers_nobody()
    {
        var machine = new PassageMachine(new(), new());
        var gate = new Gate().Arrive().Show(1).Face(samples: 7);
        var before = gate.State;
        var after = gate.Face(samples: 1).State;

        var unregistered = PassageMachine.Unregister(after, before);
        var again = machine.Advance(
            unregistered, new PassageInput.CodeShown(gate.Now, new CodeFingerprint(1), new(CodeOutcome.Valid)));

        unregistered.Passage.ShouldBeOfType<Passage.Idle>();
        again.Effects.ShouldBe([new PassageEffect.Show(new Prompt.Measuring())]);
        again.Next.Passages.ShouldBe(2);
    }

    [Fact]
    public void As_many_codes_are_remembered_as_the_limit_says_and_then_the_oldest_is_forgotten()
    {
        var recent = RecentCodes.None;
        for (var code = 1UL; code <= RecentCodes.MaxRemembered; code++)
            recent = Remember(recent, code);
        recent.Find(new(1), Direction.Entry, TimeSpan.Zero).ShouldNotBeNull();

        recent = Remember(recent, 129);

        recent.Seen.Length.ShouldBe(RecentCodes.MaxRemembered);
        recent.Find(new(1), Direction.Entry, TimeSpan.Zero).ShouldBeNull();
        recent.Find(new(2), Direction.Entry, TimeSpan.Zero).ShouldNotBeNull();
        recent.Find(new(129), Direction.Entry, TimeSpan.Zero).ShouldNotBeNull();
    }

    [Fact]
    public void Codes_older_than_asked_are_forgotten_with_the_next_one()
    {
        var recent = RecentCodes.None
            .Add(new(new(1), Direction.Entry, TimeSpan.FromSeconds(1)), TimeSpan.Zero)
            .Add(new(new(2), Direction.Entry, TimeSpan.FromSeconds(2)), TimeSpan.Zero)
            .Add(new(new(3), Direction.Entry, TimeSpan.FromSeconds(12)), notBefore: TimeSpan.FromSeconds(2));

        recent.Seen.Select(seen => seen.Code.Value).ShouldBe([2UL, 3UL]);
    }

    [Fact]
    public void Of_two_times_the_newer_one_is_told()
    {
        var recent = Remember(Remember(RecentCodes.None, 1, at: 1), 1, at: 2);

        recent.Find(new(1), Direction.Entry, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(2));
        recent.Find(new(1), Direction.Entry, TimeSpan.FromSeconds(2)).ShouldBe(TimeSpan.FromSeconds(2));
        recent.Find(new(1), Direction.Entry, TimeSpan.FromSeconds(2.001)).ShouldBeNull();
        recent.Find(new(1), Direction.Exit, TimeSpan.Zero).ShouldBeNull();
    }

    static RecentCodes Remember(RecentCodes recent, ulong code, int at = 1) =>
        recent.Add(new(new(code), Direction.Entry, TimeSpan.FromSeconds(at)), TimeSpan.Zero);
}
