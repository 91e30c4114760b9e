namespace Checkpoint.Devices.Gpio;

public sealed class HeldButtonsTests
{
    readonly HeldButtons buttons = new(2);

    [Fact]
    public void A_press_is_one_action_however_long_it_is_held()
    {
        Goes(0, down: true).ShouldBeTrue();
        Goes(0, down: true).ShouldBeFalse();
        Goes(0, down: false).ShouldBeFalse();
        Goes(0, down: true).ShouldBeTrue();
    }

    [Fact]
    public void A_button_beside_one_that_is_held_can_be_pressed()
    {
        Goes(0, down: true).ShouldBeTrue();

        Goes(1, down: true).ShouldBeTrue();
    }

    [Fact]
    public void A_button_that_is_jammed_at_the_start_is_not_pressed_before_it_was_up()
    {
        IsFound(0, down: true).ShouldBeFalse();
        Goes(0, down: true).ShouldBeFalse();

        Goes(0, down: false);
        Goes(0, down: true).ShouldBeTrue();
    }

    [Fact]
    public void A_button_that_is_found_up_after_edges_were_lost_can_be_pressed_again()
    {
        Goes(0, down: true);

        IsFound(0, down: false).ShouldBeFalse();

        Goes(0, down: true).ShouldBeTrue();
    }

    bool Goes(int button, bool down) => buttons.Take(new(button, down, TimeSpan.Zero, IsEdge: true));

    bool IsFound(int button, bool down) => buttons.Take(new(button, down, TimeSpan.Zero, IsEdge: false));
}
