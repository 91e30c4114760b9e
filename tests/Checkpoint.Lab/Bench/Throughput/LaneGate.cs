using System.CommandLine;
using System.Diagnostics;
using Checkpoint.Devices;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Edge;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Native;
using Checkpoint.Lab.Bench.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>
/// <c>lane-gate</c>: the box's own program, put together by its own composition root, with simulated devices as slow as real ones and a
/// stopwatch on everybody who comes.
/// </summary>
static class LaneGate
{
    /// <summary>The verb's name.</summary>
    public const string Verb = "lane-gate";

    /// <summary>Where everybody's times are fetched.</summary>
    public const string PeoplePath = "lab/people";

    /// <summary>What starts it, on the runtime settings of the product's program.</summary>
    public static IReadOnlyList<string> Program { get; } = [.. TimedGate.Program.SkipLast(1), Verb];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var config = new Option<string>("--config") { DefaultValueFactory = _ => "." };
        var command = new Command(Verb, "A gate with devices as slow as real ones, for bench throughput.") { config };
        command.Hidden = true;
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(config)!, cancel));
        return command;
    }

    static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        NativeHeap.UseOneArena();
        var configuration = EdgeConfiguration.Load(folder);
        var (devices, people) = Open(configuration.Devices);
        using var swap = DiagnosticListener.AllListeners.Subscribe(new HostBuildingListener(
            services => services.Replace(ServiceDescriptor.Singleton(_ => devices))));
        await using var app = EdgeApp.Create(configuration);
        var journal = app.Services.GetRequiredService<GateJournal>();
        journal.TryOpen();
        using var stopwatch = new GateStopwatch(journal, speed: 1);
        app.MapGet(TimedGate.TimesPath, context => context.Response.WriteAsync(string.Join('\n', stopwatch.Take()), context.RequestAborted));
        app.MapGet(PeoplePath, context => context.Response.WriteAsync(string.Join('\n', people.Lines()), context.RequestAborted));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    // As the product puts its simulated box together, but for the bus, the frame rate, and the stopwatch.
    static (DeviceSet Devices, PersonStopwatch People) Open(DeviceOptions options)
    {
        var simulation = options.Simulation;
        var camera = new SimulatedCamera(new FrameClock(), simulation.RandomSeed);
        var devices = new SimulatedDevices(new(simulation.RandomSeed), new(), camera, new(), new(), new(simulation.Recording));
        devices.Air.Measure(simulation.Air);
        var people = new PersonStopwatch(devices.Presence, devices.Indicator);
        return (new()
        {
            Clock = TimeProvider.System,
            ClockSource = new Checkpoint.Devices.Clocks.SystemClockSource(TimeProvider.System),
            Sensors = new(new Mlx90614(new RealTimeBus(devices.Thermometer)), new Tmp117(devices.Air), Distance: null)
            {
                Faces = options.Thermometer.ToFaceRules(),
            },
            Camera = camera,
            Presence = people,
            Panel = devices.Panel,
            Indicator = people,
            Crowd = new(Crowd.Load(simulation.Seeds!), new(devices, TimeProvider.System), simulation),
            Owned = [camera],
        }, people);
    }
}
