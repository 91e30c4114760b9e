namespace Checkpoint.Policies;

public sealed class DecisionTests
{
    [Fact]
    public void Two_decisions_are_equal_by_verdict_and_by_reasons_in_order()
    {
        var decision = new Decision(Verdict.Hold, [Reason.NoPhone, Reason.ThermometerFault]);

        decision.ShouldBe(new(Verdict.Hold, [Reason.NoPhone, Reason.ThermometerFault]));
        decision.GetHashCode().ShouldBe(new Decision(Verdict.Hold, [Reason.NoPhone, Reason.ThermometerFault]).GetHashCode());
        decision.ShouldNotBe(new(Verdict.Hold, [Reason.ThermometerFault, Reason.NoPhone]));
        decision.ShouldNotBe(new(Verdict.TurnBack, [Reason.NoPhone, Reason.ThermometerFault]));
    }

    [Fact]
    public void The_reason_that_decided_stands_first() =>
        new Decision(Verdict.Hold, [Reason.BadSignature, Reason.NoPhone]).Main.ShouldBe(Reason.BadSignature);
}
