using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Clocks;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Thermometers;

namespace Checkpoint.Devices;

/// <summary>All devices of one box, opened together and closed together.</summary>
public sealed class DeviceSet : IAsyncDisposable
{
    readonly SimulatedCamera camera;
    readonly SimulatedDevices devices;
    readonly SimulatedGate gate;

    DeviceSet(SimulationOptions simulation, Crowd crowd, TimeProvider clock, IClockSource source)
    {
        var seed = simulation.RandomSeed;
        camera = new(clock, seed);
        devices = new(new(seed), camera, new(), new(), new(simulation.Recording));
        gate = new(crowd, new(devices, clock), simulation);
        Thermometer = new Mlx90614(devices.Thermometer);
        Clock = clock;
        ClockSource = source;
    }

    /// <summary>
    /// The time that the devices live in: the clock given to <see cref="Open"/>, or a faster one. The gate's rules have to run on it too.
    /// </summary>
    public TimeProvider Clock { get; }

    /// <summary>How the wall clock of <see cref="Clock"/> is kept.</summary>
    public IClockSource ClockSource { get; }

    /// <summary>Measures foreheads.</summary>
    public IThermometer Thermometer { get; }

    /// <summary>Sees codes.</summary>
    public ICamera Camera => camera;

    /// <summary>Notices people.</summary>
    public IPresenceSensor Presence => devices.Presence;

    /// <summary>The volunteer's buttons.</summary>
    public IOperatorPanel Panel => devices.Panel;

    /// <summary>The light and the buzzer.</summary>
    public IIndicator Indicator => devices.Indicator;

    /// <summary>
    /// Completes when the simulated crowd has gone through, never where it is endless; is cancelled with <see cref="RunAsync"/>.
    /// </summary>
    public Task SimulationDone => gate.Done;

    /// <summary>Opens the devices that the options name.</summary>
    /// <param name="options">What is connected.</param>
    /// <param name="clock">Real time.</param>
    /// <exception cref="ValidationException">An option is out of its range, or the mode is not known.</exception>
    /// <exception cref="FormatException">The simulation's <c>crowd.json</c> is wrong.</exception>
    /// <exception cref="InvalidDataException">A picture of the simulation cannot be read.</exception>
    /// <exception cref="IOException">The folder of seeds cannot be read.</exception>
    public static DeviceSet Open(DeviceOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var simulation = options.Simulation;
        var crowd = Crowd.Load(simulation.Seeds!);
        var pace = simulation.Speed == 1 ? clock : new ScaledClock(clock, simulation.Speed);
        if (simulation.ClockFile is not { Length: > 0 } file)
            return new(simulation, crowd, pace, new SystemClockSource(pace));
        var wall = new SimulatedWall(pace, file);
        return new(simulation, crowd, wall, wall);
    }

    /// <summary>Runs the simulated world until its crowd has gone through. Call once.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task RunAsync(CancellationToken cancel) => gate.RunAsync(cancel);

    /// <summary>Closes the devices; end <see cref="RunAsync"/> and all readers before.</summary>
    public ValueTask DisposeAsync()
    {
        camera.Dispose();
        return ValueTask.CompletedTask;
    }
}
