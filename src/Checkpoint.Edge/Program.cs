using System.CommandLine;
using Checkpoint.Edge;
using Checkpoint.Edge.Lists;
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

var card = new Option<bool>("--card") { Description = "Read the self-test card instead, as at shift change." };
var pictures = new Option<string?>("--pictures") { Description = "Folder of pictures to hold in front of a simulated camera; with --card." };
var check = new Command("check", "Check the box: one line a check, and how to mend what is wrong.") { config, card, pictures };
check.SetAction((arguments, cancel) => arguments.GetValue(card)
    ? CardCheck.RunAsync(arguments.GetValue(config)!, arguments.GetValue(pictures), Console.Out, cancel)
    : EdgeCheck.RunAsync(arguments.GetValue(config)!, Console.Out, cancel));

var files = new Argument<string[]>("FILE") { Description = "Signed lists, *.jws.", Arity = ArgumentArity.OneOrMore };
var import = new Command("import", "Check signed lists and hand them to the gate; it takes them within 5 s, or when it starts.") { files, config };
import.SetAction(arguments => BundleCommand.Import(arguments.GetValue(config)!, arguments.GetRequiredValue(files), Console.Out));
var list = new Command("list", "Say which lists are in force.") { config };
list.SetAction(arguments => BundleCommand.List(arguments.GetValue(config)!, Console.Out));
var bundle = new Command("bundle", "The signed lists of the county.") { import, list };

var root = new RootCommand("Checkpoint, the program on the box: check the code, take the temperature, register.") { run, check, bundle };

// Signals belong to the host, which drains what is under way.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
