using Checkpoint.Passages;

namespace Checkpoint.Devices.Gpio;

public sealed class PresenceMachineTests
{
    static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(500);
    static readonly PresenceEdge Gone = new(Present: false, Direction: null);

    [Fact]
    public void Somebody_is_there_as_soon_as_the_beam_breaks_and_gone_when_it_was_closed_for_a_while()
    {
        var machine = new PresenceMachine(1, Hold);

        machine.Take(0, isBroken: true, Ms(100)).ShouldBe([new PresenceEdge(Present: true, Direction: null)]);
        machine.Due.ShouldBeNull();
        machine.Take(0, isBroken: false, Ms(900)).ShouldBeEmpty();
        machine.Due.ShouldBe(Ms(1_400));
        machine.Pass(Ms(1_399)).ShouldBeEmpty();
        machine.Pass(Ms(1_400)).ShouldBe([Gone]);
        machine.Due.ShouldBeNull();
    }

    [Fact]
    public void Legs_with_a_gap_between_them_are_one_person()
    {
        var machine = new PresenceMachine(1, Hold);
        machine.Take(0, isBroken: true, Ms(0));

        machine.Take(0, isBroken: false, Ms(200)).ShouldBeEmpty();
        machine.Take(0, isBroken: true, Ms(699)).ShouldBeEmpty();
        machine.Take(0, isBroken: false, Ms(800)).ShouldBeEmpty();

        machine.Pass(Ms(1_300)).ShouldBe([Gone]);
    }

    [Fact]
    public void Two_people_are_told_apart_even_if_nobody_looked_in_between()
    {
        var machine = new PresenceMachine(1, Hold);
        machine.Take(0, isBroken: true, Ms(0));
        machine.Take(0, isBroken: false, Ms(200));

        machine.Take(0, isBroken: true, Ms(700)).ShouldBe([Gone, new PresenceEdge(Present: true, Direction: null)]);
    }

    [Theory]
    [InlineData(0, Direction.Entry)]
    [InlineData(1, Direction.Exit)]
    public void The_beam_that_breaks_first_tells_the_direction(int first, Direction direction)
    {
        var machine = new PresenceMachine(2, Hold);

        machine.Take(first, isBroken: true, Ms(0)).ShouldBe([new PresenceEdge(Present: true, direction)]);
        machine.Take(1 - first, isBroken: true, Ms(50)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_has_gone_while_either_beam_is_broken()
    {
        var machine = new PresenceMachine(2, Hold);
        machine.Take(0, isBroken: true, Ms(0));
        machine.Take(1, isBroken: true, Ms(100));

        machine.Take(0, isBroken: false, Ms(200)).ShouldBeEmpty();
        machine.Pass(Ms(60_000)).ShouldBeEmpty();
        machine.Take(1, isBroken: false, Ms(60_000)).ShouldBeEmpty();

        machine.Pass(Ms(60_500)).ShouldBe([Gone]);
    }

    [Fact]
    public void Without_a_hold_somebody_goes_with_the_beam()
    {
        var machine = new PresenceMachine(1, TimeSpan.Zero);
        machine.Take(0, isBroken: true, Ms(0));

        machine.Take(0, isBroken: false, Ms(1)).ShouldBe([Gone]);
    }

    [Fact]
    public void A_beam_that_is_found_closed_says_nothing()
    {
        var machine = new PresenceMachine(2, Hold);

        machine.Take(0, isBroken: false, Ms(0)).ShouldBeEmpty();
        machine.Take(1, isBroken: false, Ms(0)).ShouldBeEmpty();
        machine.Pass(Ms(10_000)).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_beams_do_people_come_and_go_in_turn()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var machine = new PresenceMachine(2, Hold);
            var (isPresent, at) = (false, 0);
            for (var step = 0; step < 40; step++)
            {
                at += random.Next(800);
                foreach (var edge in machine.Take(random.Next(2), random.Next(2) == 1, Ms(at)))
                {
                    edge.Present.ShouldBe(!isPresent);
                    isPresent = edge.Present;
                }
            }
        }
    }

    static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
