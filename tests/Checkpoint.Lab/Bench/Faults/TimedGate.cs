using System.CommandLine;
using System.Globalization;
using Checkpoint.Edge;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Native;
using Checkpoint.Testing.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>
/// <c>timed-gate</c>: the box's own program, put together by its own composition root and run with its own runtime settings, and beside it a
/// listener on its histograms and a way to have it lie idle for weeks at once.
/// </summary>
static class TimedGate
{
    /// <summary>The verb's name.</summary>
    public const string Verb = "timed-gate";

    /// <summary>Where the observations since the last look are fetched.</summary>
    public const string TimesPath = "lab/times";

    /// <summary>Where entries are added that wait for the hub: <c>?entries=N</c>.</summary>
    public const string BacklogPath = "lab/backlog";

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var config = new Option<string>("--config") { DefaultValueFactory = _ => "." };
        var command = new Command(Verb, "A gate with a stopwatch, for bench faults.") { config };
        command.Hidden = true;
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(config)!, cancel));
        return command;
    }

    /// <summary>What starts it, on the runtime settings of the product's program.</summary>
    public static IReadOnlyList<string> Program { get; } =
    [
        "dotnet", "exec",
        "--runtimeconfig", Path.ChangeExtension(ProgramProcess.PathOf("Checkpoint.Edge", "checkpoint-edge"), ".runtimeconfig.json"),
        "--depsfile", Path.ChangeExtension(typeof(TimedGate).Assembly.Location, ".deps.json"),
        typeof(TimedGate).Assembly.Location, Verb,
    ];

    static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        NativeHeap.UseOneArena();
        var configuration = EdgeConfiguration.Load(folder);
        await using var app = EdgeApp.Create(configuration);
        var journal = app.Services.GetRequiredService<GateJournal>();
        journal.TryOpen();
        using var stopwatch = new GateStopwatch(journal, configuration.Devices.Simulation.Speed);
        app.MapGet(TimesPath, context => context.Response.WriteAsync(string.Join('\n', stopwatch.Take()), context.RequestAborted));
        app.MapGet(BacklogPath, (RequestDelegate)(context =>
        {
            var entries = int.Parse(context.Request.Query["entries"].ToString(), CultureInfo.InvariantCulture);
            BacklogMaker.Grow(journal.Current!, entries, app.Services.GetRequiredService<GateClock>());
            return Task.CompletedTask;
        }));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
