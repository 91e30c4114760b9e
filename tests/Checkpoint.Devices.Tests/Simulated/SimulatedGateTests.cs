using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedGateTests
{
    static readonly SimulationOptions One = new() { Passages = 1, Pace = SimulationPace.Fast };
    static readonly GreyFrame Code = new(new byte[4], 2, 2, 2);

    [Fact]
    public void A_person_comes_shows_forehead_and_code_and_leaves_on_green()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));

        lane.Run(340);
        (lane.Surface, lane.SeesCode).ShouldBe((20.0m, false));
        lane.Run(20);
        lane.Surface.ShouldBe(34.8m);
        lane.Run(350);
        lane.SeesCode.ShouldBeTrue();
        lane.Light(LightColour.Green);
        lane.Run(390);
        lane.Gate.Done.IsCompleted.ShouldBeFalse();
        lane.Run(10);

        lane.Events.ShouldBe(["200: comes Entry", "1110: leaves"]);
        lane.Surface.ShouldBe(20.0m);
        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
        lane.Running.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void White_and_one_green_flash_are_not_verdicts()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));
        lane.Run(1_000);

        lane.Light(LightColour.White);
        lane.Light(LightColour.Green, count: 1);
        lane.Run(5_000);
        lane.Gate.Done.IsCompleted.ShouldBeFalse();
        lane.Light(LightColour.Green, count: 2);
        lane.Run(400);

        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void The_volunteer_says_the_colour_when_the_gate_asks_for_it()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m) with { Colour = HealthColour.Green }));
        lane.Run(1_000);

        lane.AskForColour();
        lane.Run(500);
        lane.Light(LightColour.Green);
        lane.Run(400);

        lane.Events.ShouldBe(["200: comes Entry", "1500: ColourSeen", "1900: leaves"]);
    }

    [Fact]
    public void Nobody_answers_for_somebody_whose_colour_is_not_in_the_crowd()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));
        lane.Run(1_000);

        lane.AskForColour();
        lane.Run(5_000);

        lane.Events.ShouldBe(["200: comes Entry"]);
    }

    [Fact]
    public void A_signal_for_the_one_before_is_not_obeyed()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));
        lane.Light(LightColour.Red);

        lane.Run(5_000);

        lane.Events.ShouldBe(["200: comes Entry"]);
    }

    [Fact]
    public void Amber_brings_the_next_temperature_after_the_forehead_was_away()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(37.6m, 36.2m)));
        lane.Run(1_000);

        lane.Light(LightColour.Amber);
        lane.Surface.ShouldBe(20.0m);
        lane.Run(300);
        lane.Surface.ShouldBe(36.2m);
        lane.Light(LightColour.Amber);
        lane.Run(300);

        lane.Surface.ShouldBe(36.2m);
        lane.Events.ShouldBe(["200: comes Entry"]);
    }

    [Fact]
    public void Nobody_tries_more_often_than_the_limit()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(37.6m)));
        lane.Run(1_000);

        for (var attempt = 1; attempt < SimulatedLane.MaxAttempts; attempt++)
        {
            lane.Light(LightColour.Amber);
            lane.Run(1_000);
        }

        lane.Gate.Done.IsCompleted.ShouldBeFalse();
        lane.Light(LightColour.Amber);
        lane.Run(1_000);
        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Red_turns_a_person_back()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));
        lane.Run(1_000);

        lane.Light(LightColour.Red, count: 3);
        lane.Run(600);

        lane.Events.ShouldBe(["200: comes Entry", "1600: leaves"]);
    }

    [Theory]
    [InlineData(LightColour.Amber)]
    [InlineData(LightColour.Red)]
    public void A_volunteer_admits_by_hand_once_after_the_first_signal_that_is_not_green(LightColour colour)
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m) with { AdmittedByHand = true }));
        lane.Run(1_000);

        lane.Light(colour);
        lane.Run(1_000);
        lane.Light(LightColour.Red);
        lane.Run(600);

        lane.Events.ShouldBe(["200: comes Entry", "1500: AdmitByHand", "2600: leaves"]);
    }

    [Fact]
    public void A_person_admitted_by_green_needs_no_hand()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m) with { AdmittedByHand = true }));
        lane.Run(1_000);

        lane.Light(LightColour.Green);
        lane.Run(400);

        lane.Events.ShouldBe(["200: comes Entry", "1400: leaves"]);
    }

    [Fact]
    public void A_volunteer_says_that_there_is_no_phone_when_no_code_comes()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m) with { Code = null, NoPhone = true }));

        lane.Run(1_000);

        lane.Events.ShouldBe(["200: comes Entry", "600: NoPhone"]);
        lane.SeesCode.ShouldBeFalse();
    }

    [Fact]
    public void A_fault_of_the_thermometer_lasts_as_long_as_the_person_is_there()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m) with { Thermometer = SmbusFault.BadChecksum }));

        lane.Run(1_000);
        lane.Surface.ShouldBeNull();
        lane.Light(LightColour.Red);
        lane.Run(600);

        lane.Surface.ShouldBe(20.0m);
    }

    [Fact]
    public void Nobody_waits_longer_than_half_a_minute_for_a_light()
    {
        using var lane = new WatchedLane(One, OnFoot(Person(34.8m)));

        lane.Run(600 + (int)SimulatedLane.Patience.TotalMilliseconds - 10);
        lane.Events.Count.ShouldBe(1);
        lane.Run(10);

        lane.Events.ShouldBe(["200: comes Entry", "30600: leaves"]);
    }

    [Fact]
    public void Occupants_of_a_vehicle_present_themselves_one_after_another()
    {
        using var lane = new WatchedLane(
            new() { Passages = 2, Pace = SimulationPace.Fast },
            new CrowdParty("a van", Direction.Exit, InVehicle: true, [Person(34.1m), Person(35.2m)]));

        lane.Run(1_200);
        lane.Surface.ShouldBe(34.1m);
        lane.Light(LightColour.Green);
        lane.Run(600);
        lane.Surface.ShouldBe(35.2m);
        lane.Run(300);
        lane.Light(LightColour.Green);
        lane.Run(400);

        lane.Events.ShouldBe(["200: comes Exit", "700: vehicle of 2", "2500: leaves"]);
        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void A_vehicle_that_would_exceed_the_number_of_people_is_left_out()
    {
        var van = new CrowdParty("a van", Direction.Exit, InVehicle: true, [Person(34.1m), Person(35.2m)]);
        using var lane = new WatchedLane(new() { Passages = 3, Pace = SimulationPace.Fast }, OnFoot(Person(35)), OnFoot(Person(35)), van);

        lane.Run(120_000);

        lane.Events.Count(e => e.EndsWith("comes Entry", StringComparison.Ordinal)).ShouldBe(3);
        lane.Events.ShouldNotContain(e => e.EndsWith("comes Exit", StringComparison.Ordinal));
        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void A_crowd_of_which_nobody_fits_ends_at_once()
    {
        using var lane = new WatchedLane(
            One, new CrowdParty("a van", Direction.Exit, InVehicle: true, [Person(34.1m), Person(35.2m)]));

        lane.Gate.Done.IsCompletedSuccessfully.ShouldBeTrue();
        lane.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Natural_pauses_are_two_to_six_seconds()
    {
        using var lane = new WatchedLane(new() { Passages = 20, Pace = SimulationPace.Natural }, OnFoot(Person(35)));

        lane.Run(20 * 40_000);

        var times = lane.Events.Select(e => int.Parse(e[..e.IndexOf(':', StringComparison.Ordinal)], null)).ToArray();
        var pauses = Enumerable.Range(1, 19).Select(i => times[2 * i] - times[(2 * i) - 1]).ToArray();
        pauses.ShouldAllBe(p => p >= 2_000 && p <= 6_010); // time moves on in steps of 10 ms
        pauses.Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void An_endless_crowd_begins_again_until_it_is_cancelled()
    {
        using var lane = new WatchedLane(new() { Passages = 0, Pace = SimulationPace.Fast }, OnFoot(Person(35)));

        lane.Run(200_000);
        lane.Events.Count.ShouldBeGreaterThan(10);
        lane.Cancel();

        lane.Running.IsCanceled.ShouldBeTrue();
        lane.Gate.Done.IsCanceled.ShouldBeTrue();
    }

    static CrowdParty OnFoot(CrowdMember member) => new("somebody", Direction.Entry, InVehicle: false, [member]);

    static CrowdMember Person(params decimal[] surfaces) => new(
        "somebody",
        () => Code,
        [.. surfaces.Select(s => SurfaceTemperature.FromHundredths((int)(s * 100)))],
        SmbusFault.None,
        NoPhone: false,
        AdmittedByHand: false);
}
