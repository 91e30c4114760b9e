using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;
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
        devices.Thermometer.Read().ShouldBeOfType<ThermometerReading.Measured>();
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

        Refusal(options).ShouldBe("Devices:Mode is \"pi\"; expected \"simulated\", the only mode so far.");
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

        Validator.TryValidateObject(options, new(options), null, validateAllProperties: true).ShouldBeTrue();
    }

    [Fact]
    public void A_pace_that_does_not_exist_is_refused()
    {
        var options = Options();
        options.Simulation.Pace = (SimulationPace)7;

        Refusal(options).ShouldContain(nameof(SimulationOptions.Pace));
    }

    string Refusal(DeviceOptions options) => Should.Throw<ValidationException>(() => DeviceSet.Open(options, clock)).Message;

    DeviceOptions Options() => new() { Simulation = new() { Seeds = seeds.Path } };
}
