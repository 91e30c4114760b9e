using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Signals;

namespace Checkpoint.Passages;

public sealed class PartsTests
{
    [Fact]
    public void A_part_of_a_code_asks_for_the_next_and_decides_nothing()
    {
        var gate = Show(new Gate().Arrive().Face(), 1, 3);

        gate.Records.ShouldBeEmpty();
        gate.Prompts[^1].ShouldBe(new Prompt.NextPart(1, 3));
        var signal = SignalTable.For(gate.Prompts[^1], _ => "");
        signal.Kind.ShouldBe(SignalKind.Welcome);
        (signal.Words.Chinese, signal.Words.English).ShouldBe(("已读 1/3，请出示下一个码", "Code 1 of 3 read; show the next one"));
    }

    [Fact]
    public void The_time_for_a_code_starts_again_with_each_part()
    {
        var gate = Show(new Gate().Arrive().Face().Tick(19), 1, 2).Tick(19);
        gate.Records.ShouldBeEmpty();

        gate.Show(1);

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
        gate.Records.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whoever_shows_one_part_and_no_more_is_held_for_registration_by_hand()
    {
        var gate = Show(new Gate(), 1, 2).Face().Tick(20);

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.CodeNotShown));
    }

    [Fact]
    public void A_part_after_the_code_or_the_verdict_changes_nothing()
    {
        var measuring = new Gate().Arrive().Show(1);
        var decided = new Gate().Arrive().Show(1).Face();
        var (one, other) = (measuring.State, decided.State);

        Show(measuring, 1, 2).State.ShouldBe(one);
        Show(decided, 1, 2).State.ShouldBe(other);
        decided.Last.Facts.Code.Outcome.ShouldBe(CodeOutcome.Valid);
    }

    static Gate Show(Gate gate, int have, int of) => gate.Take(new PassageInput.PartShown(gate.Now, have, of));
}
