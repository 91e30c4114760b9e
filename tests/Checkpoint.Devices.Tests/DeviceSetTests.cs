using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Sensing;
using Checkpoint.Signals;
using Checkpoint.Testing;

namespace Checkpoint.Devices;

public sealed class DeviceSetTests : IDisposable
{
    readonly TemporaryFolder seeds = new();
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    public DeviceSetTests() => File.WriteAllText(
        seeds.File(Crowd.FileName), """[{ "note": "a", "direction": "entry", "surface": [35] }]""");

    public void Dispose() => seeds.Dispose();

    [Fact]
    public async Task The_simulated_devices_are_opened_together()
    {
        await using var devices = DeviceSet.Open(Options(), clock);

        devices.Clock.ShouldBe(clock);
        devices.Sensors.Thermometer.Read().ShouldBeOfType<ThermometerReading.Measured>();
        devices.SimulationDone.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_of_the_crowd_reaches_the_presence_sensor()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var devices = DeviceSet.Open(Options(), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        var running = devices.RunAsync(end.Token);
        clock.Advance(TimeSpan.FromSeconds(6));
        var edge = await devices.Presence.WatchAsync(cancel).FirstAsync(cancel);
        await end.CancelAsync();

        edge.Present.ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        devices.SimulationDone.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_speed_gives_the_devices_a_faster_clock()
    {
        var options = Options();
        options.Simulation.Speed = 10;
        await using var devices = DeviceSet.Open(options, clock);

        clock.Advance(TimeSpan.FromSeconds(1));

        devices.Clock.GetUtcNow().ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(10));
    }

    [Fact]
    public void A_mode_without_drivers_is_refused_by_name()
    {
        var options = Options();
        options.Mode = "pi";

        Refusal(options).ShouldBe("Devices:Mode is \"pi\"; expected \"simulated\" or \"connected\".");
    }

    [Fact]
    public void A_simulation_without_seeds_is_refused()
    {
        var options = Options();
        options.Simulation.Seeds = null;

        Refusal(options).ShouldContain(nameof(SimulationOptions.Seeds));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1_000_001, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 101, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, 1_000_001)]
    public void A_number_outside_its_range_is_refused(int passages, int speed, int randomSeed)
    {
        var options = Options();
        (options.Simulation.Passages, options.Simulation.Speed, options.Simulation.RandomSeed) = (passages, speed, randomSeed);

        Refusal(options).ShouldContain("must be between");
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1_000_000, 100, 1_000_000)]
    public void Both_ends_of_each_range_are_taken(int passages, int speed, int randomSeed)
    {
        var options = Options();
        (options.Simulation.Passages, options.Simulation.Speed, options.Simulation.RandomSeed) = (passages, speed, randomSeed);

        Should.NotThrow(options.Check);
    }

    [Fact]
    public void A_pace_that_does_not_exist_is_refused()
    {
        var options = Options();
        options.Simulation.Pace = (SimulationPace)7;

        Refusal(options).ShouldContain(nameof(SimulationOptions.Pace));
    }

    [Fact]
    public async Task What_is_not_connected_keeps_no_box_from_opening_and_says_what_is_missing()
    {
        var options = new DeviceOptions { Mode = DeviceOptions.Connected };
        (options.Thermometer.Bus, options.Camera.Path) = ("/dev/no-bus", "/dev/no-camera");
        options.Scanners = [new() { Path = "/dev/no-scanner" }];
        await using var devices = DeviceSet.Open(options, clock);

        devices.Sensors.Thermometer.Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.NoAnswer));
        devices.Sensors.Air.Read().ShouldBe(new AmbientReading.Faulted(SensorFault.NoAnswer));
        (await Should.ThrowAsync<IOException>(async () => await devices.Camera!.NextAsync(Cancel))).Message.ShouldContain("/dev/no-camera");
        (await Should.ThrowAsync<IOException>(async () => await devices.Scanners[0].WatchAsync(Cancel).FirstAsync(Cancel))).Message.ShouldContain("/dev/no-scanner");
        Should.NotThrow(() => devices.Indicator.Show(SignalTable.NotRecorded));
        devices.SimulationDone.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_box_that_could_read_no_codes_is_refused()
    {
        var options = new DeviceOptions { Mode = DeviceOptions.Connected };
        options.Camera.Kind = CameraKind.None;

        Refusal(options).ShouldContain("something that reads codes");
    }

    [Fact]
    public void A_distance_sensor_needs_its_makers_settings()
    {
        var options = new DeviceOptions { Mode = DeviceOptions.Connected };
        options.Distance.Part = DistancePart.Vl53l1x;
        Refusal(options).ShouldContain("Devices:Distance:Settings is missing");

        File.WriteAllBytes(seeds.File("settings"), new byte[90]);
        options.Distance.Settings = seeds.File("settings");
        Should.Throw<InvalidDataException>(() => DeviceSet.Open(options, clock)).Message.ShouldContain("90 bytes");
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Refusal(DeviceOptions options) => Should.Throw<ValidationException>(() => DeviceSet.Open(options, clock)).Message;

    DeviceOptions Options() => new() { Simulation = new() { Seeds = seeds.Path } };
}
