using System.CommandLine;
using Checkpoint.Edge;
using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Native;

NativeHeap.UseOneArena();

var config = new Option<string>("--config")
{
    Description = "Folder of *.json files; environment variables CHECKPOINT_EDGE__Section__Key win over them.",
    DefaultValueFactory = _ => "/etc/checkpoint/edge",
};

var run = new Command("run", "Run the gate.") { config };
run.SetAction((arguments, cancel) => EdgeHost.RunAsync(arguments.GetValue(config)!, cancel));

var check = new Command("check", "Check the box: one line a check, and how to mend what is wrong.") { config };
check.SetAction((arguments, cancel) => EdgeCheck.RunAsync(arguments.GetValue(config)!, Console.Out, cancel));

var root = new RootCommand("Checkpoint, the program on the box: check the code, take the temperature, register.") { run, check };

// Signals belong to the host, which drains what is under way.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
