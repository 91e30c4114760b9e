using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Thermometers.Arrays;

public sealed class Mlx90640Tests
{
    const int Wall = 21_00;
    const int Face = 34_50;
    const int Canthus = 36_40;

    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(1));
    readonly SimulatedMlx90640 camera;

    public Mlx90640Tests() => camera = new(clock, Scene);

    [Fact]
    public void A_face_before_a_wall_is_seen_where_it_is()
    {
        var opened = Mlx90640.Open(camera);
        Next(opened);

        var image = Next(opened).ShouldBeOfType<ThermalReading.Measured>().Image;

        image.Pixels.Length.ShouldBe(768);
        for (var row = 0; row < ThermalImage.Rows; row++)
        {
            for (var column = 0; column < ThermalImage.Columns; column++)
                image[column, row].Hundredths.ShouldBeInRange(Scene(column, row).Hundredths - 10, Scene(column, row).Hundredths + 10);
        }
    }

    [Fact]
    public void The_hottest_surface_is_the_temperature()
    {
        var opened = Mlx90640.Open(camera);
        Next(opened);
        clock.Advance(SimulatedMlx90640.Interval);

        var reading = opened.Read();

        reading.ShouldBeOfType<ThermometerReading.Measured>().Surface.Hundredths.ShouldBeInRange(Canthus - 10, Canthus + 10);
    }

    [Fact]
    public void The_camera_tells_how_warm_it_is()
    {
        var opened = Mlx90640.Open(camera);
        Next(opened);

        Next(opened).ShouldBeOfType<ThermalReading.Measured>().DieHundredths.ShouldBeInRange(24_95, 25_05);
    }

    [Fact]
    public void Half_an_image_is_none()
    {
        var opened = Mlx90640.Open(camera);

        Next(opened).ShouldBe(Fault(SensorFault.NotReady));
        opened.ReadImage().ShouldBe(Fault(SensorFault.NotReady));
        Next(opened).ShouldBeOfType<ThermalReading.Measured>();
        opened.ReadImage().ShouldBe(Fault(SensorFault.NotReady));
    }

    [Theory]
    [InlineData(WireFault.NoAnswer, SensorFault.NoAnswer)]
    [InlineData(WireFault.Floating, SensorFault.Disagreement)]
    public void Wires_that_fail_make_no_image_and_both_halves_are_waited_for_again(WireFault fault, SensorFault found)
    {
        var opened = Mlx90640.Open(camera);
        Next(opened);
        Next(opened);

        camera.Fault = fault;
        var broken = Next(opened);
        camera.Fault = WireFault.None;

        broken.ShouldBe(Fault(found));
        Next(opened).ShouldBe(Fault(SensorFault.NotReady));
        Next(opened).ShouldBeOfType<ThermalReading.Measured>();
    }

    [Theory]
    [InlineData(WireFault.NoAnswer)]
    [InlineData(WireFault.Torn)]
    [InlineData(WireFault.Floating)]
    public void A_camera_whose_calibration_does_not_come_through_is_not_opened(WireFault fault)
    {
        camera.Fault = fault;

        Should.Throw<IOException>(() => Mlx90640.Open(camera));
    }

    [Theory]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 0, 31, 736, 767 }, true)]
    [InlineData(new[] { 31, 32 }, true)] // the end of one row and the start of the next
    [InlineData(new[] { 40, 41 }, false)]
    [InlineData(new[] { 40, 73 }, false)]
    [InlineData(new[] { 0, 10, 20, 30, 100 }, false)]
    public void Few_broken_pixels_apart_can_be_filled_in(int[] bad, bool canBe)
    {
        BadPixels.CanBeFilled(bad).ShouldBe(canBe);
    }

    ThermalReading Next(Mlx90640 opened)
    {
        clock.Advance(SimulatedMlx90640.Interval);
        return opened.ReadImage();
    }

    static SurfaceTemperature Scene(int column, int row) => SurfaceTemperature.FromHundredths(
        column == 14 && row == 10 ? Canthus
        : column is >= 10 and <= 20 && row is >= 6 and <= 18 ? Face
        : Wall);

    static ThermalReading.Faulted Fault(SensorFault fault) => new(fault);
}
