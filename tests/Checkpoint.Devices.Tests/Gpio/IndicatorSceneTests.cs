using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

public sealed class IndicatorSceneTests
{
    const IndicatorLines Everything = IndicatorLines.Green | IndicatorLines.Red | IndicatorLines.Amber | IndicatorLines.White
        | IndicatorLines.Buzzer | IndicatorLines.Relay;

    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    [Fact]
    public void Light_and_tone_each_keep_their_own_rhythm()
    {
        var scene = Dark(Everything).Show(Signals.Hold, At(5));

        scene.LinesAt(At(5)).ShouldBe(IndicatorLines.Red | IndicatorLines.Buzzer);
        scene.LinesAt(At(5.25)).ShouldBe(IndicatorLines.Buzzer);
        scene.LinesAt(At(5.5)).ShouldBe(IndicatorLines.None);
        scene.NextChangeAfter(At(5)).ShouldBe(At(5.25));
        scene.NextChangeAfter(At(5.25)).ShouldBe(At(5.5));
    }

    [Fact]
    public void A_light_without_an_end_comes_back_for_ever()
    {
        var scene = Dark(Everything).Show(Signals.Hold, At(0));

        scene.LinesAt(At(3600)).ShouldBe(IndicatorLines.Red);
        scene.NextChangeAfter(At(3600)).ShouldBe(At(3600.25));
    }

    [Fact]
    public void Without_an_amber_lamp_red_and_green_are_amber()
    {
        var wired = IndicatorLines.Green | IndicatorLines.Red;

        Dark(Everything).Show(Signals.Recheck, At(0)).LinesAt(At(0)).ShouldBe(IndicatorLines.Amber | IndicatorLines.Buzzer);
        Dark(wired).Show(Signals.Recheck, At(0)).LinesAt(At(0)).ShouldBe(wired);
    }

    [Fact]
    public void Without_a_white_lamp_a_question_is_dark()
    {
        Dark(IndicatorLines.Green | IndicatorLines.Red).Show(Signals.Welcome, At(0)).LinesAt(At(0)).ShouldBe(IndicatorLines.None);
        Dark(Everything).Show(Signals.Welcome, At(0)).LinesAt(At(0)).ShouldBe(IndicatorLines.White);
    }

    [Fact]
    public void The_gate_opens_for_one_pulse_when_somebody_is_admitted()
    {
        var scene = Dark(Everything).Show(Signals.Admit, At(2));

        scene.LinesAt(At(2)).ShouldBe(IndicatorLines.Green | IndicatorLines.Buzzer | IndicatorLines.Relay);
        scene.LinesAt(At(2.999)).HasFlag(IndicatorLines.Relay).ShouldBeTrue();
        scene.LinesAt(At(3)).ShouldBe(IndicatorLines.Green);
        scene.NextChangeAfter(At(2.2)).ShouldBe(At(3));
        scene.NextChangeAfter(At(3)).ShouldBeNull();
    }

    [Theory]
    [InlineData(SignalKind.Free)]
    [InlineData(SignalKind.Welcome)]
    [InlineData(SignalKind.Measuring)]
    [InlineData(SignalKind.WhichColour)]
    [InlineData(SignalKind.AlreadyRegistered)]
    [InlineData(SignalKind.StillWriting)]
    public void Whoever_was_let_through_has_the_whole_pulse_while_the_gate_asks_the_next_one(SignalKind kind)
    {
        var scene = Dark(Everything).Show(Signals.Admit, At(0)).Show(Signals.Welcome with { Kind = kind }, At(0.5));

        scene.LinesAt(At(0.999)).HasFlag(IndicatorLines.Relay).ShouldBeTrue();
        scene.LinesAt(At(1)).HasFlag(IndicatorLines.Relay).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SignalKind.Recheck)]
    [InlineData(SignalKind.Register)]
    [InlineData(SignalKind.Refer)]
    [InlineData(SignalKind.Hold)]
    [InlineData(SignalKind.TurnBack)]
    [InlineData(SignalKind.NotRecorded)]
    public void A_verdict_that_stops_somebody_shuts_the_gate_at_once(SignalKind kind)
    {
        var scene = Dark(Everything).Show(Signals.Admit, At(0)).Show(Signals.Hold with { Kind = kind }, At(0.5));

        scene.LinesAt(At(0.5)).HasFlag(IndicatorLines.Relay).ShouldBeFalse();
    }

    [Fact]
    public void Only_a_person_who_may_pass_opens_the_gate()
    {
        foreach (var kind in Enum.GetValues<SignalKind>().Where(kind => kind != SignalKind.Admit))
            Dark(Everything).Show(Signals.Admit with { Kind = kind }, At(0)).LinesAt(At(0)).HasFlag(IndicatorLines.Relay).ShouldBeFalse(kind.ToString());
    }

    [Fact]
    public void A_gate_without_a_relay_stays_as_it_is()
    {
        var scene = Dark(IndicatorLines.Green).Show(Signals.Admit, At(0));

        scene.LinesAt(At(0)).ShouldBe(IndicatorLines.Green);
    }

    [Fact]
    public void Everything_is_dark_before_the_first_signal()
    {
        Dark(Everything).LinesAt(At(0)).ShouldBe(IndicatorLines.None);
        Dark(Everything).NextChangeAfter(At(0)).ShouldBeNull();
    }

    static IndicatorScene Dark(IndicatorLines wired) => IndicatorScene.Dark(new(wired, Pulse));

    static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
