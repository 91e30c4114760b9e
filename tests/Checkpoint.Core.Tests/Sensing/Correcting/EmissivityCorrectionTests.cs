namespace Checkpoint.Sensing.Correcting;

public sealed class EmissivityCorrectionTests
{
    // Skin of 35.00 °C and emissivity 0.98 in a room of so many degrees is seen too low by so much.
    [Theory]
    [InlineData(-10_00, 0.72)]
    [InlineData(0_00, 0.59)]
    [InlineData(10_00, 0.44)]
    [InlineData(20_00, 0.28)]
    [InlineData(25_00, 0.19)]
    [InlineData(30_00, 0.10)]
    [InlineData(35_00, 0.00)]
    public void What_skin_reflects_of_the_room_is_taken_out(int reflected, double low)
    {
        var corrected = new EmissivityCorrection().Apply(Seen(35 - low), AmbientTemperature.FromHundredths(reflected));

        corrected!.Value.Celsius.ShouldBe(35, 0.011);
    }

    [Fact]
    public void A_black_body_needs_no_correction() =>
        new EmissivityCorrection { Emissivity = 1 }.Apply(Seen(36.5), AmbientTemperature.FromHundredths(-10_00)).ShouldBe(Seen(36.5));

    [Fact]
    public void What_no_surface_can_look_like_is_no_surface() =>
        new EmissivityCorrection { Emissivity = 0.9 }.Apply(Seen(-70), AmbientTemperature.FromHundredths(150_00)).ShouldBeNull();

    [Theory]
    [InlineData(0.899)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void An_emissivity_out_of_range_is_refused(double emissivity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new EmissivityCorrection { Emissivity = emissivity });

    static SurfaceTemperature Seen(double celsius) => SurfaceTemperature.TryFromCelsius(celsius)!.Value;
}
