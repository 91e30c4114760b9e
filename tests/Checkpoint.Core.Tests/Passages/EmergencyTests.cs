using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class EmergencyTests
{
    static readonly CodeCheck Ambulance = new(CodeOutcome.Valid, Some.Claims() with { Class = PassClass.Emergency });

    [Theory]
    [InlineData(Direction.Entry)]
    [InlineData(Direction.Exit)]
    public void An_emergency_pass_is_green_as_soon_as_it_is_read(Direction direction)
    {
        var gate = new Gate().Arrive(direction).Show(1, Ambulance);

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.EmergencyPasses));
        gate.Last.Facts.Direction.ShouldBe(direction);
    }

    [Fact]
    public void Without_the_setting_it_is_measured_like_everybody()
    {
        var gate = new Gate(new() { EmergencyPasses = false }).Arrive().Show(1, Ambulance);

        gate.Records.ShouldBeEmpty();
        gate.Face().Last.Facts.Temperature.ShouldBeOfType<TemperatureCheck.Measured>();
    }

    [Fact]
    public void What_was_counted_of_a_pass_comes_to_the_decision_with_it()
    {
        var gate = new Gate(DefaultPolicy.Policy).Arrive();
        var inside = new VisitFacts(1, IsInside: true, 3, 600);

        gate.Take(new PassageInput.CodeShown(gate.Now, new(5), new(CodeOutcome.Valid, Some.Claims())) { Visit = inside }).Face();

        gate.Verdict.Main.ShouldBe(Reason.AlreadyInside);
        gate.Last.Facts.Visit.ShouldBe(inside);
    }
}
