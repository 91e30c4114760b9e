using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Signals;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

/// <summary>A box cannot see the colour of a province's health code: the volunteer looks, and says it.</summary>
public sealed class HealthCodeTests
{
    [Fact]
    public void The_volunteer_is_asked_for_the_colour_of_a_health_code_by_the_provinces_name()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Face();

        gate.Records.ShouldBeEmpty();
        gate.Prompts[^1].ShouldBe(new Prompt.WhichColour(new Words("粤康码", "Guangdong")));
    }

    [Theory]
    [InlineData(HealthColour.Green, Verdict.Admit, Reason.HealthCodeGreen)]
    [InlineData(HealthColour.Yellow, Verdict.Hold, Reason.HealthCodeYellow)]
    [InlineData(HealthColour.Red, Verdict.Hold, Reason.HealthCodeRed)]
    public void The_colour_that_was_seen_decides_and_is_recorded(HealthColour colour, Verdict verdict, Reason reason)
    {
        var gate = new Gate(DefaultPolicy.Policy).Arrive().ShowHealthCode().Face().Colour(colour);

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(verdict, reason));
        gate.Last.Kind.ShouldBe(RecordKind.Passage);
        gate.Last.Facts.Code.Colour.ShouldBe(colour);
    }

    [Fact]
    public void The_colour_may_be_said_before_the_temperature_is_taken()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Colour(HealthColour.Green);
        gate.Records.ShouldBeEmpty();
        gate.Prompts[^1].ShouldBe(new Prompt.Measuring());

        gate.Face();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.HealthCodeGreen));
    }

    [Fact]
    public void A_green_code_is_no_way_round_the_thermometer()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Face(37_50).Colour(HealthColour.Green);
        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.TemperatureHigh));

        gate.Tick(1).Face(36_50);

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.HealthCodeGreen));
        gate.Prompts.OfType<Prompt.WhichColour>().Count().ShouldBe(1);
    }

    [Fact]
    public void No_colour_in_time_is_held_for_its_own_reason()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Face().Tick(19.999);
        gate.Records.ShouldBeEmpty();

        gate.Tick(0.001);

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.ColourNotConfirmed));
        gate.Last.Facts.Code.Colour.ShouldBe(HealthColour.NotConfirmed);
    }

    [Fact]
    public void The_time_for_a_temperature_starts_with_the_colour()
    {
        var gate = new Gate().Arrive().ShowHealthCode().After(19).Colour(HealthColour.Green).Tick(14.999);
        gate.Records.ShouldBeEmpty();

        gate.Tick(0.001);

        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.TemperatureNotSteady));
    }

    [Fact]
    public void A_colour_may_be_said_late_during_the_recheck()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Tick(20);
        gate.Verdict.ShouldBe(new(Verdict.Recheck, [Reason.TemperatureNotSteady, Reason.ColourNotConfirmed]));

        gate.After(1).Colour(HealthColour.Green).Face();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.HealthCodeGreen));
    }

    [Fact]
    public void A_colour_that_nobody_asked_for_changes_nothing()
    {
        new Gate().Colour(HealthColour.Green).Records.ShouldBeEmpty();
        new Gate().Arrive().Colour(HealthColour.Green).Show(1).Colour(HealthColour.Red).Face().Verdict.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
        new Gate().Arrive().ShowHealthCode().Face().Colour(HealthColour.Red).Colour(HealthColour.Green).Records.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_colour_is_said_once()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Colour(HealthColour.Red).Colour(HealthColour.Green).Face();

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.HealthCodeRed));
    }

    [Fact]
    public void A_colour_is_never_carried_over_to_the_next_code()
    {
        var gate = new Gate().Arrive().ShowHealthCode(70).Colour(HealthColour.Green).Arrive();
        gate.Verdict.Main.ShouldBe(Reason.OneAtATime);

        gate.Tick(1).ShowHealthCode(71).Face();

        gate.Records.Count.ShouldBe(1);
        gate.Prompts[^1].ShouldBeOfType<Prompt.WhichColour>();
    }

    [Fact]
    public void Somebody_with_a_health_code_may_be_admitted_by_hand_and_the_code_stays_unconfirmed()
    {
        var gate = new Gate().Arrive().ShowHealthCode().Face().AdmitByHand();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.AdmittedByHand));
        gate.Last.Facts.Code.Colour.ShouldBe(HealthColour.None);
    }

    [Fact]
    public void The_time_for_a_colour_is_the_policys()
    {
        var gate = new Gate(Deciding.Policy("""{"version":1,"settings":{"times":{"forColour":60}}}"""));

        gate.Arrive().ShowHealthCode().Face().Tick(59.999).Records.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HealthColour.Yellow)]
    [InlineData(HealthColour.Red)]
    public void No_policy_lets_a_code_through_that_was_not_green(HealthColour colour)
    {
        var laxest = new Policy { RecheckFrom = SurfaceTemperature.FromHundredths(42_00), Comparison = LineComparison.Strict, MaxAttempts = 5 };

        foreach (var temperature in new[] { Some.Measured(36_50), Some.Measured(43_00), Some.Skipped(TemperatureSkip.NotRequired), Some.Skipped(TemperatureSkip.SensorFault) })
        {
            foreach (var policy in new[] { laxest, DefaultPolicy.Policy })
            {
                policy.Decide(new(Direction.Entry, new(CodeOutcome.HealthCode) { Colour = colour }, temperature, 1)).Verdict.ShouldBe(Verdict.Hold);
            }
        }
    }

    [Fact]
    public void Another_thing_than_a_colour_cannot_be_said()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new OperatorAction.ColourSeen(HealthColour.None));
        Should.Throw<ArgumentOutOfRangeException>(() => new OperatorAction.ColourSeen(HealthColour.NotConfirmed));
    }
}
