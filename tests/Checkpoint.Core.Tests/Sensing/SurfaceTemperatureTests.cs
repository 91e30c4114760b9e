using Checkpoint.Testing;

namespace Checkpoint.Sensing;

public sealed class SurfaceTemperatureTests
{
    [Theory]
    [InlineData(-70_00)]
    [InlineData(380_00)]
    [InlineData(0)]
    public void What_the_sensor_can_measure_is_a_temperature(int hundredths) =>
        Some.Surface(hundredths).Hundredths.ShouldBe(hundredths);

    [Theory]
    [InlineData(-70_01)]
    [InlineData(380_01)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void What_it_cannot_measure_is_refused(int hundredths) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Some.Surface(hundredths));

    [Theory]
    [InlineData(36_50, "36.50")]
    [InlineData(37_29, "37.29")]
    [InlineData(-5, "-0.05")]
    [InlineData(-70_00, "-70.00")]
    public void It_is_written_with_two_decimals(int hundredths, string text) => Some.Surface(hundredths).ToString().ShouldBe(text);

    [Fact]
    public void Temperatures_are_ordered()
    {
        var (cool, warm) = (Some.Surface(37_29), Some.Surface(37_30));

        (cool < warm).ShouldBeTrue();
        (warm < cool).ShouldBeFalse();
        (warm > cool).ShouldBeTrue();
        (cool > warm).ShouldBeFalse();
        (warm <= Some.Surface(37_30)).ShouldBeTrue();
        (warm <= cool).ShouldBeFalse();
        (warm >= Some.Surface(37_30)).ShouldBeTrue();
        (cool >= warm).ShouldBeFalse();
        cool.CompareTo(warm).ShouldBeLessThan(0);
        warm.CompareTo(warm).ShouldBe(0);
    }
}
