using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Thermometers;

public sealed class Mlx90614SetupTests
{
    static readonly SurfaceTemperature Forehead = SurfaceTemperature.FromHundredths(34_80);
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    readonly SimulatedMlx90614 sensor;
    readonly Mlx90614Setup setup;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Mlx90614SetupTests()
    {
        sensor = new(1, clock);
        setup = new(sensor, clock);
    }

    [Fact]
    public void A_part_says_its_number()
    {
        setup.ReadId().ShouldBe(0xDEF0_9ABC_5678_1234UL);
    }

    [Fact]
    public void A_part_from_the_factory_is_ready_and_assumes_a_black_body()
    {
        setup.ReadState().ShouldBe(Mlx90614State.Ready);
        setup.ReadConfiguration().ShouldBe((ushort)0x9FB4);
        setup.ReadEmissivity().Ratio.ShouldBe(1);
    }

    [Theory]
    [InlineData(34_80, 14_80)]
    [InlineData(5_20, -14_80)]
    public void What_the_detector_sees_has_a_sign(int surface, int counts)
    {
        sensor.Face(SurfaceTemperature.FromHundredths(surface), SmbusFault.None);

        setup.ReadInfrared().ShouldBe(counts);
        setup.ReadSecondInfrared().ShouldBe(counts);
    }

    [Fact]
    public async Task A_new_emissivity_is_kept()
    {
        await clock.PassAsync(setup.WriteEmissivityAsync(EmissivityCell.FromRatio(0.98), Cancel));

        setup.ReadEmissivity().ShouldBe(EmissivityCell.FromCounts(0xFAE0));
        (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).ShouldBeGreaterThanOrEqualTo(2 * Mlx90614Setup.CellTime);
    }

    [Fact]
    public async Task A_cell_that_does_not_hold_what_was_written_is_reported()
    {
        var other = new ScriptedBus(ScriptedBus.Frame(0x24, 0x0000));

        var error = await Should.ThrowAsync<IOException>(
            () => clock.PassAsync(new Mlx90614Setup(other, clock).WriteEmissivityAsync(EmissivityCell.FromRatio(0.98), Cancel)));

        error.Message.ShouldBe("The emissivity's cell holds 0x0000, not 0xFAE0.");
    }

    [Theory]
    [InlineData(0.1, 0x199A)]
    [InlineData(0.95, 0xF332)]
    [InlineData(0.97, 0xF851)]
    [InlineData(1, 0xFFFF)]
    public void An_emissivity_is_counted_in_65535ths(double ratio, int counts)
    {
        var cell = EmissivityCell.FromRatio(ratio);

        cell.Counts.ShouldBe((ushort)counts);
        cell.Ratio.ShouldBe(ratio, 1e-5);
    }

    [Theory]
    [InlineData(0.0999)]
    [InlineData(1.0001)]
    [InlineData(double.NaN)]
    public void An_emissivity_that_the_part_cannot_take_is_refused(double ratio)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => EmissivityCell.FromRatio(ratio));
    }

    [Fact]
    public void A_sensor_asleep_answers_nobody()
    {
        setup.Sleep();

        new Mlx90614(sensor).Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.NoAnswer));
        Should.Throw<IOException>(() => setup.ReadId());
    }

    [Fact]
    public async Task A_sensor_is_woken_by_its_data_line_and_waited_for()
    {
        sensor.Face(Forehead, SmbusFault.None);
        setup.Sleep();

        await clock.PassAsync(setup.WakeAsync(sensor, Cancel));

        new Mlx90614(sensor).Read().ShouldBeOfType<ThermometerReading.Measured>();
        (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(33 + 250));
    }

    [Fact]
    public void A_data_line_that_was_low_too_shortly_wakes_nobody()
    {
        setup.Sleep();

        sensor.Pull();
        clock.Advance(TimeSpan.FromMilliseconds(32));
        sensor.Release();

        Should.Throw<IOException>(() => setup.ReadState());
    }

    [Fact]
    public async Task A_waking_that_is_cancelled_lets_the_line_go()
    {
        setup.Sleep();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var line = new WatchedLine();

        var waking = setup.WakeAsync(line, end.Token);
        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waking);
        line.IsLow.ShouldBeFalse();
    }

    [Theory]
    [InlineData(SmbusFault.BadChecksum)]
    [InlineData(SmbusFault.NoAnswer)]
    public void A_word_that_did_not_come_through_is_no_answer_to_a_technician(SmbusFault fault)
    {
        sensor.Face(Forehead, fault);

        Should.Throw<IOException>(() => setup.ReadEmissivity());
    }

    [Fact]
    public void A_write_with_a_wrong_code_is_not_taken()
    {
        byte[] bytes = [0x24, 0x00, 0x00, 0x29];

        Should.Throw<IOException>(() => sensor.Write(Mlx90614.Address, bytes));

        setup.ReadEmissivity().Ratio.ShouldBe(1);
    }

    sealed class WatchedLine : IDataLine
    {
        public bool IsLow { get; private set; }

        public void Pull() => IsLow = true;

        public void Release() => IsLow = false;
    }
}
