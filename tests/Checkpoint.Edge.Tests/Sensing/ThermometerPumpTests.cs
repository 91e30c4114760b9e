using Checkpoint.Devices;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Sensing;

public sealed class ThermometerPumpTests : IDisposable
{
    static readonly ThermometerReading Good = Some.Reading();
    static readonly ThermometerReading Bad = Some.Fault(SensorFault.BadChecksum);

    readonly TempFolder folder = new();
    readonly Parts parts;

    public ThermometerPumpTests() => parts = new(folder["journal.db"]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_reading_goes_to_the_gate_in_order()
    {
        await ReadAsync(Good, Bad, Good);

        parts.Inbox.Close();
        var samples = await parts.Inbox.Inputs.ReadAllAsync(Cancel).Cast<PassageInput.Sampled>().ToListAsync(Cancel);
        samples.Take(3).Select(sample => sample.Reading).ShouldBe([Good, Bad, Good]);
    }

    [Fact]
    public async Task A_run_of_faults_is_one_alarm()
    {
        await ReadAsync(Times(ThermometerPump.Run * 3, Bad));

        var alarm = parts.TakeAlarms().ShouldHaveSingleItem();
        (alarm.Kind, alarm.Detail).ShouldBe((AlarmKind.ThermometerFault, "bad-checksum"));
    }

    [Fact]
    public async Task A_fault_less_than_a_run_is_no_alarm()
    {
        await ReadAsync([.. Times(ThermometerPump.Run - 1, Bad), Good, .. Times(ThermometerPump.Run - 1, Bad)]);

        parts.TakeAlarms().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thermometer_that_worked_again_and_breaks_again_is_a_second_alarm()
    {
        await ReadAsync([.. Times(ThermometerPump.Run, Bad), .. Times(ThermometerPump.Run, Good), .. Times(ThermometerPump.Run, Bad)]);

        parts.TakeAlarms().Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_good_reading_among_faults_does_not_mend_a_thermometer()
    {
        await ReadAsync([.. Times(ThermometerPump.Run, Bad), Good, .. Times(ThermometerPump.Run, Bad)]);

        parts.TakeAlarms().ShouldHaveSingleItem();
    }

    static ThermometerReading[] Times(int count, ThermometerReading reading) => [.. Enumerable.Repeat(reading, count)];

    async Task ReadAsync(params ThermometerReading[] readings)
    {
        var thermometer = new ScriptedThermometer(readings);
        var sensors = new SensorSet(thermometer, new DieAsAir(thermometer), Distance: null);
        using var pump = new ThermometerPump(
            sensors,
            new(sensors, new(), parts.Outbox, TimeSpan.Zero),
            new(),
            parts.Inbox,
            parts.Outbox,
            parts.Clock,
            new ScaledClock(TimeProvider.System, ScaledClock.MaxSpeed),
            NullLogger<ThermometerPump>.Instance);

        await pump.StartAsync(Cancel);
        await thermometer.Ended.WaitAsync(Eventually.Deadline, Cancel);
        await pump.StopAsync(Cancel);
    }

    // Is in order once the script is over.
    sealed class ScriptedThermometer(ThermometerReading[] readings) : IThermometer
    {
        readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int next;

        public Task Ended => ended.Task;

        public DieReading ReadDie() => new DieReading.Measured(24_00);

        public ThermometerReading Read()
        {
            if (next == readings.Length)
                ended.TrySetResult();
            return next < readings.Length ? readings[next++] : Good;
        }
    }
}
