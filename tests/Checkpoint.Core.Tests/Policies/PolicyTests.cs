using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Policies;

public sealed class PolicyTests
{
    /// <summary>Every way that a code check can end, with its verdict and its reason when the temperature is in order.</summary>
    public static TheoryData<CodeOutcome, Verdict, Reason> Codes => new()
    {
        { CodeOutcome.Valid, Verdict.Admit, Reason.AllInOrder },
        { CodeOutcome.Empty, Verdict.Hold, Reason.CodeUnreadable },
        { CodeOutcome.TooLong, Verdict.Hold, Reason.CodeUnreadable },
        { CodeOutcome.NotText, Verdict.Hold, Reason.CodeUnreadable },
        { CodeOutcome.Part, Verdict.Hold, Reason.CodeUnreadable },
        { CodeOutcome.NotAPass, Verdict.Hold, Reason.NotAPass },
        { CodeOutcome.CarryCode, Verdict.Hold, Reason.CarryCodeShown },
        { CodeOutcome.UnknownIssuer, Verdict.Hold, Reason.UnknownIssuer },
        { CodeOutcome.BadSignature, Verdict.Hold, Reason.BadSignature },
        { CodeOutcome.Expired, Verdict.TurnBack, Reason.PassExpired },
        { CodeOutcome.NotYetValid, Verdict.TurnBack, Reason.PassNotYetValid },
        { CodeOutcome.ClockNotTrusted, Verdict.Hold, Reason.ClockNotTrusted },
        { CodeOutcome.NoPhone, Verdict.Hold, Reason.NoPhone },
        { CodeOutcome.NotShown, Verdict.Hold, Reason.CodeNotShown },
        { CodeOutcome.ByHand, Verdict.Hold, Reason.NoPhone },
        { CodeOutcome.KeyMismatch, Verdict.Hold, Reason.PassKeyMismatch },
        { CodeOutcome.Revoked, Verdict.TurnBack, Reason.PassRevoked },
        { CodeOutcome.WrongArea, Verdict.Hold, Reason.WrongArea },
        { CodeOutcome.WrongClass, Verdict.Hold, Reason.WrongClass },
        { CodeOutcome.IssuerNotAllowed, Verdict.Hold, Reason.IssuerNotAllowed },
        { CodeOutcome.IssuerOutOfDate, Verdict.Hold, Reason.IssuerOutOfDate },
        { CodeOutcome.Damaged, Verdict.Hold, Reason.PassDamaged },
        { CodeOutcome.IdentityOnly, Verdict.Hold, Reason.IdentityUnproven },
        { CodeOutcome.IdNumberWrong, Verdict.Hold, Reason.IdNumberWrong },
        { CodeOutcome.HealthCode, Verdict.Hold, Reason.ConfirmHealthCode },
    };

    static bool IsForged(CodeOutcome outcome) =>
        outcome is CodeOutcome.BadSignature or CodeOutcome.KeyMismatch or CodeOutcome.IssuerNotAllowed;

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_alone_decides_when_the_temperature_is_in_order(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        foreach (var temperature in new[] { Some.Measured(), Some.Skipped(TemperatureSkip.NotRequired) })
            Decide(outcome, temperature, attempt: 1).ShouldBe(new(verdict, reason));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_first_warm_reading_is_measured_again_unless_the_pass_is_forged(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        var forged = IsForged(outcome);

        var decision = Decide(outcome, Some.Measured(37_30), attempt: 1);

        decision.Verdict.ShouldBe(forged ? verdict : Verdict.Recheck);
        decision.Reasons.ShouldBe(InOrder(forged, reason, Reason.TemperatureHigh));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_second_warm_reading_is_referred_unless_the_pass_is_forged(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        verdict.ShouldNotBe(Verdict.None);

        var decision = Decide(outcome, Some.Measured(41_00), attempt: 2);

        decision.Verdict.ShouldBe(Verdict.Hold);
        decision.Reasons.ShouldBe(InOrder(IsForged(outcome), reason, Reason.TemperatureStillHigh));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_first_unsteady_try_is_repeated_unless_the_pass_is_forged(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        var forged = IsForged(outcome);

        var decision = Decide(outcome, Some.Skipped(TemperatureSkip.NotSteady), attempt: 1);

        decision.Verdict.ShouldBe(forged ? verdict : Verdict.Recheck);
        decision.Reasons.ShouldBe(InOrder(forged, reason, Reason.TemperatureNotSteady));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_second_unsteady_try_is_for_the_volunteer_unless_the_pass_is_worse(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        var decision = Decide(outcome, Some.Skipped(TemperatureSkip.NotSteady), attempt: 2);

        decision.Verdict.ShouldBe(verdict == Verdict.Admit ? Verdict.Hold : verdict);
        decision.Reasons.ShouldBe(InOrder(codeFirst: true, reason, Reason.TemperatureNotSteady));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_thermometer_is_for_the_volunteer_unless_the_pass_is_worse(CodeOutcome outcome, Verdict verdict, Reason reason)
    {
        foreach (var attempt in new[] { 1, 2 })
        {
            var decision = Decide(outcome, Some.Skipped(TemperatureSkip.SensorFault), attempt);

            decision.Verdict.ShouldBe(verdict == Verdict.Admit ? Verdict.Hold : verdict);
            decision.Reasons.ShouldBe(InOrder(codeFirst: true, reason, Reason.ThermometerFault));
        }
    }

    [Fact]
    public void The_table_names_every_outcome() => Codes.Select(row => row.Data.Item1).ShouldBe(
        Enum.GetValues<CodeOutcome>().Where(outcome => outcome != CodeOutcome.None), ignoreOrder: true);

    [Theory]
    [InlineData(37_29, Verdict.Admit)]
    [InlineData(37_30, Verdict.Recheck)]
    public void The_line_is_inclusive(int hundredths, Verdict verdict) =>
        Decide(CodeOutcome.Valid, Some.Measured(hundredths), attempt: 1).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(4, Verdict.Recheck)]
    [InlineData(5, Verdict.Hold)]
    public void The_last_measurement_is_the_one_that_the_policy_names(int attempt, Verdict verdict) =>
        new Policy { MaxAttempts = 5 }.Decide(Facts(CodeOutcome.Valid, Some.Measured(38_00), attempt)).Verdict.ShouldBe(verdict);

    [Fact]
    public void The_direction_alone_changes_no_decision() =>
        new Policy().Decide(Facts(CodeOutcome.Valid, Some.Measured(), 1) with { Direction = Direction.Exit }).Main
            .ShouldBe(Reason.AllInOrder);

    [Fact]
    public void The_same_facts_always_make_the_same_decision()
    {
        var facts = Facts(CodeOutcome.Expired, Some.Measured(37_30), 1);

        var decisions = Enumerable.Range(0, 100).Select(_ => new Policy().Decide(facts)).ToHashSet();

        decisions.Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_outcome_cannot_be_decided()
    {
        Should.Throw<System.Diagnostics.UnreachableException>(() => Decide(CodeOutcome.None, Some.Measured(), 1));
        Should.Throw<System.Diagnostics.UnreachableException>(() => Decide((CodeOutcome)99, Some.Measured(), 1));
    }

    static Reason[] InOrder(bool codeFirst, Reason code, Reason temperature) => (codeFirst, code) switch
    {
        (_, Reason.AllInOrder) => [temperature],
        (true, _) => [code, temperature],
        _ => [temperature, code],
    };

    static Decision Decide(CodeOutcome outcome, TemperatureCheck temperature, int attempt) =>
        new Policy().Decide(Facts(outcome, temperature, attempt));

    static Facts Facts(CodeOutcome outcome, TemperatureCheck temperature, int attempt) =>
        new(Direction.Entry, new(outcome), temperature, attempt);
}
