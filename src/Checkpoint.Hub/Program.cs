using System.CommandLine;
using Checkpoint.Hosting.Native;
using Checkpoint.Hub.Carrying;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Passes;
using Checkpoint.Hub.Persons;
using Checkpoint.Hub.Policies;

NativeHeap.UseOneArena();

var config = new Option<string>("--config")
{
    Description = "Folder of *.json files; environment variables CHECKPOINT_HUB__Section__Key win over them.",
    DefaultValueFactory = _ => "/etc/checkpoint/hub",
};

var run = new Command("run", "Takes records from the broker, keeps the ledger, and answers over HTTP, until told to stop.") { config };
run.SetAction((given, cancel) => RunCommand.RunAsync(given.GetRequiredValue(config), Console.Error, cancel));

var check = new Command("check", "Says whether the hub could run here now, and what to mend.") { config };
check.SetAction((given, cancel) => CheckCommand.RunAsync(given.GetRequiredValue(config), Console.Out, TimeProvider.System, cancel));

var hub = new RootCommand("The hub of the checkpoints: takes what every box registers, keeps it, and shows it.")
{
    run,
    check,
    PassCommands.Create(TimeProvider.System),
    BundleCommands.Create(TimeProvider.System),
    PolicyCommands.Create(config),
    PersonCommands.Create(config, TimeProvider.System),
    CarryCommands.Create(config, TimeProvider.System, Console.OpenStandardInput),
};

// The host handles SIGTERM itself and may take its time; a second handler would cut it short.
return await hub.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
