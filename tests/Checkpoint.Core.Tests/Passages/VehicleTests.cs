using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class VehicleTests
{
    [Fact]
    public void Each_occupant_has_a_number_a_code_and_a_temperature_of_their_own()
    {
        var gate = new Gate().Vehicle(3).Show(1).Face(36_10).After(1).Show(2).Face(36_20).After(1).Show(3).Face(36_30);

        gate.Records.Select(record => record.Number).ShouldBe([1, 2, 3]);
        gate.Records.Select(record => record.Occupancy).ShouldBe([new(1, 3), new(2, 3), new(3, 3)]);
        gate.Records.Select(record => record.Facts.Code.Claims!.Id.Value).ShouldBe([1UL, 2UL, 3UL]);
        gate.Records.Select(record => record.Facts.Temperature)
            .ShouldBe([Some.Measured(36_10), Some.Measured(36_20), Some.Measured(36_30)]);
        gate.Records.ShouldAllBe(record => record.Decision.Verdict == Verdict.Admit);
    }

    [Fact]
    public void An_occupants_face_before_their_code_is_not_taken()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face(36_10).Face(36_90, samples: 20).Show(2).Face(36_20, samples: 7);
        gate.Records.Count.ShouldBe(1);

        gate.Face(36_20, samples: 1);

        gate.Last.Facts.Temperature.ShouldBe(Some.Measured(36_20));
    }

    [Fact]
    public void After_a_mix_up_in_a_vehicle_no_face_counts_before_a_code()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Show(2).Show(3).After(1).Face(36_90, samples: 20).Show(2).Face(36_20);

        gate.Last.Facts.Temperature.ShouldBe(Some.Measured(36_20));
        gate.Last.Occupancy.ShouldBe(new(2, 2));
    }

    [Fact]
    public void Samples_of_the_driver_from_before_the_code_are_dropped()
    {
        var gate = new Gate().Vehicle(2).Face(36_90, samples: 7).Show(1).Face(36_90, samples: 1);

        gate.Records.ShouldBeEmpty();
    }

    [Fact]
    public void People_getting_out_and_in_do_not_disturb_the_check()
    {
        var gate = new Gate().Arrive().Vehicle(2).Show(1).Arrive().Face(37_50).Arrive().After(1).Face().Arrive().Show(2).Face();

        gate.Records.Select(record => record.Decision.Main)
            .ShouldBe([Reason.TemperatureHigh, Reason.AllInOrder, Reason.AllInOrder]);
        gate.State.Presences.ShouldBe(4);
    }

    [Fact]
    public void A_vehicle_that_leaves_before_everybody_was_checked_is_to_be_stopped()
    {
        var gate = new Gate().Vehicle(3).Show(1).Face().Leave();

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.OccupantsUnchecked));
        gate.Last.Number.ShouldBe(2);
        gate.Last.Occupancy.ShouldBe(new(2, 3));
        gate.Last.Facts.ShouldBe(new(
            Direction.Entry, new(CodeOutcome.NotShown), Some.Skipped(TemperatureSkip.LeftEarly), 1));
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void A_vehicle_that_leaves_in_the_middle_of_a_check_is_to_be_stopped()
    {
        var gate = new Gate().Vehicle(1).Show(1).Leave();

        gate.Records.ShouldHaveSingleItem().Decision.Main.ShouldBe(Reason.OccupantsUnchecked);
    }

    [Fact]
    public void A_vehicle_whose_second_check_was_mixed_up_cannot_leave_unnoticed()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Show(2).Show(3).After(2).Leave();

        gate.Verdict.Main.ShouldBe(Reason.OccupantsUnchecked);
        gate.Last.Number.ShouldBe(2);
    }

    [Fact]
    public void A_vehicle_nobody_has_begun_to_check_may_be_taken_back()
    {
        var gate = new Gate().Vehicle(3).Clear();

        gate.Records.ShouldBeEmpty();
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void A_vehicle_that_leaves_after_its_last_occupant_leaves_nothing_behind()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Show(2).Face().Leave();

        gate.Records.Count.ShouldBe(2);
        gate.Prompts[^1].ShouldBe(new Prompt.Free());
    }

    [Fact]
    public void The_next_occupant_has_two_minutes()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Tick(119.999);
        gate.Records.Count.ShouldBe(1);

        gate.Tick(0.001);

        gate.Verdict.Main.ShouldBe(Reason.OccupantsUnchecked);
    }

    [Fact]
    public void An_occupant_who_must_start_over_has_two_minutes_too()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Show(2).Show(3).Tick(1).Tick(119.999);
        var soFar = gate.Records.Count;

        gate.Tick(0.001);

        gate.Records.Count.ShouldBe(soFar + 1);
        gate.Verdict.Main.ShouldBe(Reason.TemperatureNotSteady);
        gate.Verdict.Reasons.ShouldContain(Reason.CodeNotShown);
    }

    [Fact]
    public void The_driver_has_as_long_as_anybody_on_foot()
    {
        var gate = new Gate().Vehicle(2).Face().Tick(20);

        gate.Verdict.Main.ShouldBe(Reason.CodeNotShown);
    }

    [Fact]
    public void Clearing_a_vehicle_between_two_occupants_says_who_was_not_checked()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().Clear();

        gate.Verdict.Main.ShouldBe(Reason.OccupantsUnchecked);
    }

    [Fact]
    public void An_occupant_without_a_phone_is_the_next_one_too()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face().NoPhone().Face();

        gate.Last.Occupancy.ShouldBe(new(2, 2));
        gate.Verdict.Main.ShouldBe(Reason.NoPhone);
    }

    [Fact]
    public void An_occupant_who_is_warm_is_measured_again_and_the_rest_still_follow()
    {
        var gate = new Gate().Vehicle(2).Show(1).Face(37_50).After(1).Face(36_50).Show(2).Face();

        gate.Records.Select(record => (record.Number, record.Occupancy!.Value.Occupant, record.Facts.Attempt))
            .ShouldBe([(1L, 1, 1), (1L, 1, 2), (2L, 2, 1)]);
    }

    [Fact]
    public void A_code_already_registered_shown_by_an_occupant_leaves_the_vehicle_where_it_was()
    {
        var gate = new Gate().Vehicle(3).Show(1).Face().Show(2).Face().Show(1);
        gate.Prompts[^1].ShouldBeOfType<Prompt.AlreadyRegistered>();

        gate.Show(3).Face();

        gate.Last.Occupancy.ShouldBe(new(3, 3));
    }

    [Fact]
    public void The_vehicle_button_makes_a_vehicle_of_whoever_is_being_checked()
    {
        var gate = new Gate().Arrive(Direction.Exit).Vehicle(2).Show(1).Show(2);

        gate.Records.Select(record => (record.Occupancy, record.Facts.Direction))
            .ShouldBe([(new(1, 2), Direction.Exit), (new(2, 2), Direction.Exit)]);
    }

    [Fact]
    public void The_vehicle_button_again_changes_nothing_until_everybody_was_checked()
    {
        var checking = new Gate().Vehicle(2).Show(1).Vehicle(5).Face();
        var between = new Gate().Vehicle(2).Show(1).Face().Vehicle(5).Show(2).Face();

        checking.Last.Occupancy.ShouldBe(new(1, 2));
        between.Last.Occupancy.ShouldBe(new(2, 2));
    }

    [Fact]
    public void The_next_vehicle_may_follow_the_last_occupant()
    {
        var gate = new Gate().Vehicle(1).Show(1).Face().Vehicle(2).Show(2).Face();

        gate.Last.Occupancy.ShouldBe(new(1, 2));
        gate.Last.Number.ShouldBe(2);
    }

    [Fact]
    public void The_vehicle_button_during_a_recheck_leaves_the_second_measurement_its_full_time()
    {
        var gate = new Gate().Arrive().Show(1).After(14).Face(37_50).After(0.5).Vehicle(2).Tick(14.999);

        gate.Records.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(81)]
    public void A_vehicle_with_nobody_or_with_too_many_is_refused(int occupants) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new OperatorAction.Vehicle(occupants));

    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    public void A_vehicle_holds_one_to_eighty_people(int occupants) =>
        new OperatorAction.Vehicle(occupants).Occupants.ShouldBe(occupants);

    [Fact]
    public void A_place_in_a_vehicle_can_be_written_in_a_log()
    {
        new Occupancy(2, 4).ToString().ShouldBe("2/4");
        new Gate().Vehicle(1).Show(1).Face().Last.ToString().ShouldContain("1/1");
    }

    [Fact]
    public void A_full_coach_is_checked_to_the_last_seat()
    {
        var gate = new Gate().Vehicle(OperatorAction.Vehicle.MaxOccupants);

        for (var person = 1UL; person <= 80; person++)
            gate.Show(person).Face().After(3);

        gate.Records.Count.ShouldBe(80);
        gate.Last.Occupancy.ShouldBe(new(80, 80));
        gate.Last.Occupancy!.Value.IsLast.ShouldBeTrue();
        gate.Leave().Records.Count.ShouldBe(80);
    }
}
