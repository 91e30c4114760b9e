namespace Checkpoint.Sensing;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(-55_01)]
    [InlineData(150_01)]
    public void No_air_is_outside_of_what_the_sensor_measures(int hundredths) =>
        Should.Throw<ArgumentOutOfRangeException>(() => AmbientTemperature.FromHundredths(hundredths));

    [Theory]
    [InlineData(-55_00, "-55.00")]
    [InlineData(150_00, "150.00")]
    public void Air_on_the_limits_is_air(int hundredths, string text) =>
        AmbientTemperature.FromHundredths(hundredths).ToString().ShouldBe(text);

    [Theory]
    [InlineData(24_99)]
    [InlineData(45_01)]
    public void No_body_is_colder_than_25_or_hotter_than_45(int hundredths) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BodyTemperature.FromHundredths(hundredths));

    [Theory]
    [InlineData(25_00, "25.00")]
    [InlineData(45_00, "45.00")]
    public void A_body_on_the_limits_is_a_body(int hundredths, string text) =>
        BodyTemperature.FromHundredths(hundredths).ToString().ShouldBe(text);

    [Theory]
    [InlineData(20, 25_00)]
    [InlineData(50, 45_00)]
    [InlineData(37.294, 37_29)]
    public void An_estimate_stops_at_the_ends_of_the_range(double celsius, int hundredths) =>
        BodyTemperature.Nearest(celsius).Hundredths.ShouldBe(hundredths);

    [Theory]
    [InlineData(36_40, false)]
    [InlineData(36_41, true)]
    [InlineData(37_59, true)]
    [InlineData(37_60, false)]
    public void An_interval_holds_its_ends(int body, bool covered) =>
        new BodyEstimate(BodyTemperature.FromHundredths(37_00), BodyTemperature.FromHundredths(36_41), BodyTemperature.FromHundredths(37_59))
            .Covers(BodyTemperature.FromHundredths(body)).ShouldBe(covered);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-70.01)]
    [InlineData(380.01)]
    public void What_is_no_temperature_is_no_surface(double celsius) => SurfaceTemperature.TryFromCelsius(celsius).ShouldBeNull();

    [Theory]
    [InlineData(37.2999999999, 37_30)]
    [InlineData(-70, -70_00)]
    [InlineData(380, 380_00)]
    public void Arithmetic_ends_in_whole_hundredths(double celsius, int hundredths)
    {
        var surface = SurfaceTemperature.TryFromCelsius(celsius)!.Value;

        surface.Hundredths.ShouldBe(hundredths);
        surface.Celsius.ShouldBe(hundredths / 100.0);
    }

    [Fact]
    public void Quantiles_lie_between_their_neighbours_in_proportion()
    {
        OrderStatistics.Quantile([4, 1, 3, 2], 0).ShouldBe(1);
        OrderStatistics.Quantile([4, 1, 3, 2], 1).ShouldBe(4);
        OrderStatistics.Quantile([4, 1, 3, 2], 0.9).ShouldBe(3.7, 1e-9);
        OrderStatistics.Median([4, 1, 3, 2]).ShouldBe(2.5);
        OrderStatistics.MedianDistance([1, 2, 3, 4, 100]).ShouldBe(1);
    }

    [Fact]
    public void Nothing_has_no_quantile()
    {
        Should.Throw<ArgumentException>(() => OrderStatistics.Median([]));
        Should.Throw<ArgumentOutOfRangeException>(() => OrderStatistics.Quantile([1], 1.01));
        Should.Throw<ArgumentOutOfRangeException>(() => OrderStatistics.Quantile([1], double.NaN));
    }
}
