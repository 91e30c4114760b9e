using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Sensing.Calibrating;

public sealed class CalibrationSessionTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly SimulatedMlx90614 black = new(1);
    readonly StringWriter said = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    CalibrationStore Store => new(folder.Path);

    public void Dispose()
    {
        said.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Two_temperatures_of_a_black_body_give_a_calibration_that_is_kept()
    {
        (await CalibrateAsync(off: -0.30)).ShouldBeTrue();

        var kept = Store.Load().ShouldNotBeNull();
        kept.Offset.ShouldBeInRange(0.2, 0.4);
        kept.Run.Operator.ShouldBe("7");
        kept.Run.Reference.ShouldBe("BB-42");
        said.ToString().ShouldContain("in force within a minute");
    }

    [Fact]
    public async Task A_thermometer_that_is_off_by_more_than_a_degree_is_refused_and_the_calibration_before_stays()
    {
        await CalibrateAsync(off: -0.30);
        var before = Store.Load()!;

        (await CalibrateAsync(off: -1.50)).ShouldBeFalse();

        said.ToString().ShouldContain("off by more than 1 °C");
        Store.Load()!.Run.At.ShouldBe(before.Run.At);
    }

    [Fact]
    public async Task What_is_typed_must_be_a_temperature()
    {
        (await CalibrateAsync(off: 0, "warm", "39")).ShouldBeFalse();

        said.ToString().ShouldContain("no temperature");
        Store.Load().ShouldBeNull();
    }

    [Fact]
    public async Task A_calibration_before_is_kept_beside_the_new_one()
    {
        await CalibrateAsync(off: -0.30);
        await CalibrateAsync(off: -0.20);

        Directory.GetFiles(folder.Path, "calibration-*.json").ShouldHaveSingleItem();
        Store.Load()!.Offset.ShouldBeInRange(0.1, 0.3);
    }

    [Theory]
    [InlineData(-0.30, true)]
    [InlineData(-0.70, false)]
    public async Task The_daily_check_goes_by_the_calibration_in_force(double off, bool isGood)
    {
        await CalibrateAsync(off: -0.30);
        var script = new BlackBody(black, off, "37.00");

        (await Session(script).CheckAsync(emissivity: 1, Cancel)).ShouldBe(isGood);
    }

    [Fact]
    public void What_is_no_calibration_is_refused_by_name()
    {
        File.WriteAllText(folder["calibration.json"], "{}");

        Should.Throw<InvalidDataException>(() => Store.Load()).Message.ShouldContain("calibrate again");
    }

    [Fact]
    public void A_calibration_is_read_as_it_was_written()
    {
        var calibration = Calibrations.Of("000000000000002a");

        var read = CalibrationJson.TryRead(CalibrationJson.Write(calibration), new()).ShouldNotBeNull();

        read.Run.Points.ShouldBe(calibration.Run.Points);
        (read.Run.At.ToUnixTimeSeconds(), read.Run.Operator, read.Run.Serial, read.Offset, read.Slope)
            .ShouldBe((calibration.Run.At.ToUnixTimeSeconds(), "7", "000000000000002a", calibration.Offset, calibration.Slope));
    }

    async Task<bool> CalibrateAsync(double off, params string[] typed)
    {
        var script = new BlackBody(black, off, typed is [] ? ["35.00", "39.00"] : typed);
        return await Session(script).CalibrateAsync("7", "BB-42", emissivity: 1, Cancel);
    }

    CalibrationSession Session(BlackBody script)
    {
        var thermometer = new Mlx90614(black);
        return new(new(thermometer, new DieAsAir(thermometer), Distance: null), Store, new ScaledClock(TimeProvider.System, 10), script, said);
    }

    // Stands at the temperature that was typed last, as a thermometer sees it that is off by so much.
    sealed class BlackBody(SimulatedMlx90614 sensor, double off, params string[] typed) : TextReader
    {
        int next;

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = typed[next++];
            if (BlackBodyRun.Parse(line) is { } reference)
                sensor.Face(SurfaceTemperature.FromHundredths(reference.Hundredths + (int)(off * 100)), SmbusFault.None);
            return ValueTask.FromResult<string?>(line);
        }
    }
}
