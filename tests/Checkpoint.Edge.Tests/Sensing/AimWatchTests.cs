using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Edge.Sensing;

public sealed class AimWatchTests
{
    static readonly DistanceReading.Faulted NotReady = new(SensorFault.NotReady);

    [Theory]
    [InlineData(50, 0, Aim.Good)]
    [InlineData(400, 0, Aim.TooFar)]
    [InlineData(5, 0, Aim.TooClose)]
    [InlineData(5, 30, Aim.Good)]
    public void A_distance_is_judged_from_where_the_thermometer_is(int millimetres, int offset, Aim aim) =>
        Watch(offset, new DistanceReading.Measured(millimetres)).Judge(TimeSpan.Zero).ShouldBe(aim);

    [Fact]
    public void Nobody_in_front_is_too_far() => Watch(0, new DistanceReading.Nothing()).Judge(TimeSpan.Zero).ShouldBe(Aim.TooFar);

    [Fact]
    public void A_distance_holds_until_the_next_is_due_and_no_longer()
    {
        var watch = Watch(0, new DistanceReading.Measured(50), NotReady, NotReady);

        watch.Judge(TimeSpan.Zero).ShouldBe(Aim.Good);
        watch.Judge(AimWatch.Holds).ShouldBe(Aim.Good);
        watch.Judge(AimWatch.Holds + TimeSpan.FromTicks(1)).ShouldBe(Aim.None);
    }

    [Fact]
    public void A_sensor_that_never_answers_lets_nothing_count() =>
        Watch(0, new DistanceReading.Faulted(SensorFault.NoAnswer)).Judge(TimeSpan.Zero).ShouldBe(Aim.None);

    static AimWatch Watch(int offset, params DistanceReading[] readings) => new(new Script(readings), new(), offset);

    sealed class Script(DistanceReading[] readings) : IDistanceSensor
    {
        int next;

        public DistanceReading Read() => readings[next++];
    }
}
